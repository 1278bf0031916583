package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the application really runs on, so that no run tests another server, JDK or database than it is meant to. */
@Tag("smoke")
class PlatformIT extends ServerTest {

    private static final Map<String, String> SERVLET_OF_JAKARTA_EE = Map.of("10", "6.0", "11", "6.1");

    @Test
    void platformThenTheOneThatThisRunIsMeantFor() throws IOException {
        Properties platform = new Properties();
        platform.load(new StringReader(api.get("api/platform").body()));

        // The test's report lists the system properties, and docs/servers.md is made of the reports.
        System.setProperty("durin.it.persistence", platform.getProperty("persistence"));
        System.setProperty("durin.it.database-version", platform.getProperty("database"));
        assertThat(Path.of(platform.getProperty("java.home")).toRealPath())
                .isEqualTo(Path.of(meant("java-home")).toRealPath())
                .isEqualTo(Path.of(System.getProperty("java.home")).toRealPath());
        assertThat(platform.getProperty("servlet")).isEqualTo(SERVLET_OF_JAKARTA_EE.get(meant("jakarta-ee")));
        assertThat(platform.getProperty("database")).startsWithIgnoringCase(meant("database"));
        assertThat(log()).contains(meant("server-version"));
    }

    private static String meant(String what) {
        return System.getProperty("durin.it." + what);
    }
}

package dev.durin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durin.config.ConfigurationException;
import java.lang.reflect.Proxy;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of databases that nobody starts any more, and of those that Durin has no tables for. */
class DatabaseTest {

    @ParameterizedTest
    @CsvSource({"MariaDB, 10, 6, MARIADB", "MariaDB, 11, 4, MARIADB", "PostgreSQL, 17, 7, POSTGRESQL", "H2, 2, 2, H2"})
    void kindWhenTheDatabaseIsNewEnoughThenFound(String product, int major, int minor, Database kind)
            throws SQLException {
        assertThat(Database.of(metaData(product, major, minor))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"10, 5", "10, 0", "5, 7"})
    void kindWhenMariaDbIsTooOldThenSaysSo(int major, int minor) {
        assertThatThrownBy(() -> Database.of(metaData("MariaDB", major, minor)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("durin.datasource leads to MariaDB " + major + "." + minor)
                .hasMessageContaining("10.6 or later");
    }

    @Test
    void kindWhenThereAreNoTablesForItThenNamesThoseThereAre() {
        assertThatThrownBy(() -> Database.of(metaData("MySQL", 9, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("leads to MySQL, for which Durin has no tables")
                .hasMessageContaining("H2, PostgreSQL, MariaDB");
    }

    private static DatabaseMetaData metaData(String product, int major, int minor) {
        return (DatabaseMetaData) Proxy.newProxyInstance(
                DatabaseTest.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getDatabaseProductName" -> product;
                    case "getDatabaseMajorVersion" -> major;
                    case "getDatabaseMinorVersion" -> minor;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}

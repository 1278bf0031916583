package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The one file that is dropped into an application. */
class JarIT {

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("durin.jar"))) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    @Test
    void classesThenAllAreDurinsOrUnderItsName() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> name.startsWith("dev/durin/"))
                .noneMatch(name -> name.startsWith("dev/durin/cli/"))
                .anyMatch(name -> name.startsWith("dev/durin/internal/caffeine/"));
    }

    @Test
    void descriptorsThenNoPersistenceUnitThatTakesTheApplicationsPlace() throws IOException { // B12.100
        assertThat(entries()).contains("META-INF/beans.xml").doesNotContain("META-INF/persistence.xml");
    }

    @Test
    void manifestThenItAsksForHibernateWhereTheServerLendsIt() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("durin.jar"))) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Dependencies"))
                    .isEqualTo("org.hibernate optional services");
        }
    }
}

package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartExtensionTest {

    /** One that is left out would be missing on one server alone, and in an EAR alone. */
    @Test
    void namesThenEveryPart() {
        List<String> parts = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.durin").stream()
                        .filter(type -> type.isAnnotatedWith(Part.class))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList();

        assertThat(parts).isNotEmpty();
        assertThat(PartExtension.names()).containsExactlyElementsOf(parts);
    }
}

package dev.switchback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How far the classes of one package hang together. */
class KnotsTests {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.switchback");

    @Test
    void theExtensionIsTiedTogetherByTheSessionAndItsTemplatesOnly() {
        assertThat(Knots.in(PRODUCTION, "dev.switchback.jupiter"))
                .containsExactly(Set.of("SwitchbackSession", "SeededTemplate", "SeededDatabases"));
    }

    @Test
    void classesThatUseEachOtherOverOthersAreOneKnot() {
        assertThat(Knots.in(new ClassFileImporter().importPackages("dev.switchback.knots"), "dev.switchback.knots"))
                .containsExactly(Set.of("First", "Second", "Third"), Set.of("Left", "Right"));
    }
}

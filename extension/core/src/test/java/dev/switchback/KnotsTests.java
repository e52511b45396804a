package dev.switchback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
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

    /**
     * Elsewhere more than three classes hang together only where one thing is described from many sides: a schema and its differences,
     * assertions that lead to each other, a grammar, expressions within expressions.
     */
    @Test
    void noPackageIsTiedTogetherMoreThanItIs() {
        assertThat(PRODUCTION.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .sorted()
                        .flatMap(each -> Knots.in(PRODUCTION, each).stream()
                                .filter(knot -> knot.size() > 3)
                                .map(knot -> each.substring("dev.switchback.".length()) + " " + knot.size())))
                .containsExactly(
                        "assertions 15",
                        "assertions 4",
                        "assertions.jooq 4",
                        "fixture 4",
                        "fixture.generate 13",
                        "postgresql.reset 4",
                        "postgresql.sql 5",
                        "schema 14",
                        "schema.golden 4");
    }

    @Test
    void classesThatUseEachOtherOverOthersAreOneKnot() {
        assertThat(Knots.in(new ClassFileImporter().importPackages("dev.switchback.knots"), "dev.switchback.knots"))
                .containsExactly(Set.of("First", "Second", "Third"), Set.of("Left", "Right"));
    }
}

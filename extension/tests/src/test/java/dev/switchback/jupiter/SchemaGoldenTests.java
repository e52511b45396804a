package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SchemaGolden;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.assertions.SwitchbackAssertions;
import dev.switchback.schema.Schema;
import java.io.IOException;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** The schema of {@code jupiter/shop} against {@code golden/shop.golden.sql}. */
class SchemaGoldenTests {

    private static final String FILE = "golden/shop.golden.sql";
    private static final String HERE = SchemaGoldenTests.class.getName();

    @Test
    void aMethodIsATestThatHolds() {
        Engine.succeeds(MethodTestCase.class, 1);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class MethodTestCase {

        @SchemaGolden(FILE)
        void theSchemaIsTheOneInTheFile() {}
    }

    @Test
    void aTestMayDoMoreOnItsDatabase() {
        Engine.succeeds(BodyTestCase.class, 1);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class BodyTestCase {

        @BeforeAll
        static void theClassChangesItsOwnDatabase(Connection connection) throws SQLException {
            connection.createStatement().execute("create table more ()");
        }

        @Test
        @SchemaGolden(FILE)
        void hasADatabaseOfItsOwn(Schema schema) {
            assertThat(schema.table("more").columns()).isEmpty();
        }
    }

    @Test
    void aClassIsAGate() {
        assertThat(Engine.failure(GateTestCase.class))
                .startsWith(
                        "There is no golden file src/test/resources/golden/none.golden.sql.\n\nTo make it, run the test"
                                + " with -Dswitchback.golden=update");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SchemaGolden("golden/none.golden.sql")
    static class GateTestCase {

        @Test
        void isNotRun() {
            throw new AssertionError("the gate is open");
        }
    }

    @Test
    void anAnnotationOfOnesOwnIsInheritedAndHoldsOnceForNestedClasses() {
        Engine.succeeds(InheritingTestCase.class, 2);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SchemaGolden(FILE)
    @Inherited
    @interface Shop {}

    @Shop
    static class Base {}

    static class InheritingTestCase extends Base {

        @Test
        void runs() {}

        @Nested
        class Inner {

            @Test
            void runs() {}
        }
    }

    @Test
    void whatIsExcludedIsNotCompared() {
        Engine.succeeds(ExcludingTestCase.class, 1);
        assertThat(Engine.failure(NotExcludingTestCase.class)).contains("\n  - table public.customer\n");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ExcludingTestCase {

        @SchemaGolden(
                value = "golden/customer.golden.sql",
                exclude = {"public.purchase", "public.*_names"})
        void theShopWithoutPurchases() {}
    }

    @Test
    void patternsThatLeaveNothingOrMatchNothingAreRefused() {
        assertThat(Engine.failure(ExcludingEverythingTestCase.class))
                .isEqualTo(
                        "@SchemaGolden(exclude) = 'public.*' leaves nothing to compare; name only what is not to be compared,"
                                + " such as public.audit_*.");
        assertThat(Engine.failure(ExcludingNothingTestCase.class))
                .isEqualTo(
                        "@SchemaGolden(exclude) = 'customer' matches no object. Did you mean public.customer? Patterns are"
                                + " qualified names in which * stands for any characters; remove one that is not needed any more.");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ExcludingEverythingTestCase {

        @SchemaGolden(value = FILE, exclude = "public.*")
        void anEmptySchema() {}
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ExcludingNothingTestCase {

        @SchemaGolden(value = FILE, exclude = "customer")
        void theShop() {}
    }

    @TestDatabase(migrations = "classpath:jupiter/shop", target = "empty")
    static class NotExcludingTestCase {

        @SchemaGolden(FILE)
        void anEmptySchema() {}
    }

    @Test
    @DisabledIfEnvironmentVariable(
            named = "CI",
            matches = "(?i)(?!false).+",
            disabledReason = "nothing is written there")
    void theParameterHasAFileWritten() throws IOException {
        Path written = Path.of("src/test/resources/golden/written-by-a-test.golden.sql");
        try {
            Engine.succeeds(WritingTestCase.class, 1, Map.of(SwitchbackParameters.GOLDEN, "update"));

            assertThat(written)
                    .hasSameTextualContentAs(Path.of("src/test/resources").resolve(FILE));
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class WritingTestCase {

        @SchemaGolden("golden/written-by-a-test.golden.sql")
        void isWritten() {}
    }

    @Test
    void anUnknownValueOfTheParameter() {
        assertThat(Engine.failure(MethodTestCase.class, Map.of(SwitchbackParameters.GOLDEN, "yes")))
                .isEqualTo("switchback.golden = 'yes': must be update, or compare, which is the default");
    }

    @Test
    void aPathThatLeavesTheTestResources() {
        assertThat(Engine.failure(LeavingTestCase.class))
                .isEqualTo("@SchemaGolden on method " + HERE
                        + "$LeavingTestCase.leaves(): '../schema.golden.sql' is no path"
                        + " below src/test/resources. Name a file in that folder, such as schema.golden.sql.");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class LeavingTestCase {

        @SchemaGolden("../schema.golden.sql")
        void leaves() {}
    }

    @Test
    void aTestOfAnotherKind() {
        assertThat(Engine.failure(RepeatedTestCase.class))
                .isEqualTo(
                        "@SchemaGolden on method " + HERE + "$RepeatedTestCase.again(): it is @RepeatedTest as well; it"
                                + " makes a plain test, remove @RepeatedTest");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class RepeatedTestCase {

        @SchemaGolden(FILE)
        @RepeatedTest(2)
        void again() {}
    }

    @Test
    void filesThatNoClassNamesAreFound(@TempDir Path folder) throws IOException {
        Path resources = folder.resolve("resources");
        Files.createDirectories(resources.resolve("golden"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (String name :
                List.of("schema.golden.sql", "golden/shop.golden.sql", "golden/left.golden.sql", "other.sql")) {
            Files.createFile(resources.resolve(name));
        }
        for (Class<?> user : List.of(MethodTestCase.class, DefaultFileTestCase.class)) {
            String name = user.getName().substring(user.getPackageName().length() + 1) + ".class";
            Files.write(
                    classes.resolve(name),
                    Objects.requireNonNull(user.getResourceAsStream(name)).readAllBytes());
        }

        assertThat(UnusedGoldenFiles.in(resources, List.of(classes)))
                .containsExactly(resources.resolve("golden/left.golden.sql"));
    }

    @Test
    void theyAreLookedForInTheModuleThatIsTestedWhereverTheTestsRun(@TempDir Path module) throws IOException {
        Path classes = Files.createDirectories(module.resolve("target/test-classes"));
        Path file = Files.createDirectories(module.resolve("src/test/resources"))
                .resolve(UUID.randomUUID() + ".golden.sql");
        Files.createFile(file);
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);

            assertThat(UnusedGoldenFiles.notices(MethodTestCase.class))
                    .containsExactly(file + " is named by no class of the project. Delete it, or name it in a test.");
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    static class DefaultFileTestCase {

        @SchemaGolden
        void usesTheDefault() {}
    }

    @Test
    void assertionsCompareWithTheSameFiles() {
        Engine.succeeds(AssertingTestCase.class, 1);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class AssertingTestCase {

        @Test
        void asserts(Schema schema) {
            SwitchbackAssertions.assertThat(schema)
                    .matchesGolden(FILE)
                    .matchesGolden(Path.of("src/test/resources", FILE));
        }
    }

    @Test
    void aFailedAssertionHasBothTexts() {
        AssertionFailedError failure = (AssertionFailedError)
                Engine.failures(Engine.run(FailingTestCase.class)).get(0);

        assertThat(failure).hasMessageContaining("\n  - table public.customer\n");
        assertThat(failure.getExpected().getStringRepresentation()).contains("CREATE TABLE public.customer");
        assertThat(failure.getActual().getStringRepresentation())
                .startsWith("-- switchback schema, format 1\n")
                .doesNotContain("CREATE TABLE");
    }

    @TestDatabase(target = "empty")
    static class FailingTestCase {

        @Test
        void asserts(Schema schema) {
            SwitchbackAssertions.assertThat(schema).matchesGolden(FILE);
        }
    }
}

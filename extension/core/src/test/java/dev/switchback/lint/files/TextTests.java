package dev.switchback.lint.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.FileSettings;
import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.RepeatableOnly;
import dev.switchback.migration.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, names of environments, and statements that belong into repeatable migrations. */
class TextTests {

    private static final String TABLE = "CREATE TABLE one (id int);\n";

    @Nested
    class Headers {

        private static final FileSettings ALL = FileSettings.defaults().withHeader();

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-- Purpose: a\n-- Impact: b\n-- Risk: low\n-- Rollback: U1\n-- Testing: c\n",
                    "/*\n * purpose: a\n * IMPACT:\n *   on the next line\n * Risk : low\n * Rollback: U1\n * Testing: c\n */\n",
                    "-- =====\n-- @purpose: a\n-- # Impact: b\n\n-- Risk: low\n-- Rollback: U1\n/* Testing: c */\n-- =====\n"
                })
        void aHeaderMayBeWrittenInManyWays(String header) {
            assertThat(Sql.file("V1__one.sql", header + TABLE).with(ALL).told()).isEmpty();
        }

        @Test
        void whatIsMissingOrLeftOpenIsTold() {
            assertThat(Sql.file(
                                    "V1__one.sql",
                                    "-- Purpose: a\n-- Risk: TODO\n-- Rollback:\n" + TABLE + "-- Testing: late\n")
                            .with(ALL)
                            .findings())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.title())
                                .isEqualTo(
                                        "V1__one.sql:1: header-missing: its header does not say impact, risk, rollback, testing");
                        assertThat(finding.reason())
                                .endsWith(
                                        "    -- Impact: ...\n    -- Risk: ...\n    -- Rollback: ...\n    -- Testing: ...");
                    });
        }

        @Test
        void undosAndJavaHaveNone() {
            assertThat(Sql.file("U1__one.sql", TABLE)
                            .and("V2__X.java", "")
                            .with(ALL)
                            .told())
                    .isEmpty();
        }

        @Test
        void withoutTheSettingNothingIsAskedFor() {
            assertThat(Sql.file("V1__one.sql", TABLE).told()).isEmpty();
        }

        @Test
        void aHarmlessRiskIsHeldAgainstTheOtherFindings() {
            LintRule locks = new LintRule("index-not-concurrent", "x", Severity.FAIL, LintCategory.LOCKS);
            LintSettings settings = LintSettings.defaults().withFiles(ALL);
            MigrationFile low = Sql.single("V1__one.sql", "-- Purpose: a\n-- Risk: low, nobody uses it\n" + TABLE);
            MigrationFile high = Sql.single("V2__two.sql", "-- Risk: high\n" + TABLE);
            List<LintFinding> others = List.of(
                    LintFinding.of(locks, "db/V1__one.sql", 3, "the table is locked"),
                    LintFinding.of(locks, "db/V2__two.sql", 3, "the table is locked"));

            assertThat(FileLint.risks(List.of(low, high), others, settings))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.title())
                                .isEqualTo(
                                        "V1__one.sql:2: header-risk: its header calls the risk 'low, nobody uses it'");
                        assertThat(finding.effect()).isEqualTo("The table is locked.");
                    });
            assertThat(FileLint.risks(List.of(low), List.of(others.get(0).with(Severity.NOTICE)), settings))
                    .isEmpty();
            assertThat(FileLint.risks(List.of(low), others, LintSettings.defaults()))
                    .isEmpty();
        }
    }

    @Nested
    class EnvironmentNamesTests {

        private static final FileSettings NAMES =
                FileSettings.defaults().withEnvironmentNames("shop_prod", "*.internal.example.org", "db-1");

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GRANT CONNECT ON DATABASE shop_prod TO app;",
                    "INSERT INTO t VALUES ('host=eu.db.INTERNAL.example.org');",
                    "SELECT 'db-1';"
                })
        void aNameOfTheListIsFound(String text) {
            assertThat(Sql.file("V1__one.sql", text).with(NAMES).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.rule()).isEqualTo(FileRules.ENVIRONMENT_NAME));
            assertThat(Sql.file("V1__one.sql", text).told()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-- unlike shop_prod\nSELECT 1;",
                    "CREATE TABLE shop_product (id int);",
                    "SELECT 'db-10';",
                    "SELECT 'my-db-1';",
                    "GRANT CONNECT ON DATABASE ${database} TO app;"
                })
        void partsOfOtherNamesAndCommentsAreNot(String text) {
            assertThat(Sql.file("V1__one.sql", text).with(NAMES).told()).isEmpty();
        }
    }

    @Nested
    class RepeatableStatementsTests {

        private static final FileSettings ALL = FileSettings.defaults()
                .withRepeatableOnly(RepeatableOnly.EXTENSIONS, RepeatableOnly.ROLES, RepeatableOnly.POLICIES);

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "CREATE EXTENSION IF NOT EXISTS pg_trgm;",
                    "drop\n  extension pg_trgm;",
                    "CREATE ROLE app;",
                    "DO $$ BEGIN IF true THEN CREATE ROLE app; END IF; END $$;",
                    "ALTER USER app SET search_path = shop;",
                    "CREATE POLICY own ON one USING (true);"
                })
        void aStatementOfAKindIsFoundInVersionedMigrations(String text) {
            assertThat(Sql.file("V1__one.sql", text).with(ALL).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.rule()).isEqualTo(FileRules.REPEATABLE_ONLY));
            assertThat(Sql.file("R__one.sql", text).with(ALL).told()).isEmpty();
            assertThat(Sql.file("V1__one.sql", text).told()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-- CREATE ROLE app;\nSELECT 1;",
                    "INSERT INTO t VALUES ('CREATE ROLE app');",
                    "CREATE USER MAPPING FOR app SERVER other;",
                    "CREATE TABLE role (id int);",
                    "ALTER TABLE one ENABLE ROW LEVEL SECURITY;",
                    "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE ROLE later; END $$;"
                })
        void othersAreNot(String text) {
            assertThat(Sql.file("V1__one.sql", text).with(ALL).told()).isEmpty();
        }

        @Test
        void onlyTheKindsThatAreWantedAreFound() {
            assertThat(Sql.file("V1__one.sql", "\nCREATE EXTENSION x; CREATE ROLE app;")
                            .with(FileSettings.defaults().withRepeatableOnly(RepeatableOnly.ROLES))
                            .told())
                    .containsExactly("V1__one.sql:2: repeatable-only: 'CREATE ROLE' is in a versioned migration");
        }
    }
}

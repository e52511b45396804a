package dev.switchback.lint.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Undos that are missing or do nothing. */
class UndoTests {

    private static final String TABLE = "CREATE TABLE one (id int);";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n\n",
                "-- nothing to do\n/* really */",
                ";;",
                "SELECT 1;",
                "select 1 as one",
                "SELECT now();\nSELECT 'not undone' AS info;",
                "SELECT 1 WHERE false;",
                "VALUES (1);",
                "BEGIN;\nCOMMIT;",
                "SET search_path = shop; -- and nothing more",
                "DO $$ BEGIN END $$;",
                "do $body$\nbegin\n  null;\nend;\n$body$ language plpgsql;",
                "DO LANGUAGE plpgsql $$ BEGIN RAISE NOTICE 'no way back'; RETURN; END $$",
                "DO $$ DECLARE x int; BEGIN PERFORM 1; END $$;"
            })
    void anUndoThatDoesNothingIsFound(String text) {
        assertThat(Sql.file("V1__one.sql", TABLE).and("U1__one.sql", text).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(FileRules.UNDO_EMPTY);
                    assertThat(finding.file()).isEqualTo("U1__one.sql");
                    assertThat(finding.reason()).contains("V1__one.sql is still in the database");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE one;",
                "SELECT 1; DROP TABLE one;",
                "SELECT drop_one();",
                "SELECT setval('s', 1);",
                "DO $$ BEGIN RAISE EXCEPTION 'no way back'; END $$;",
                "DO $$ BEGIN DROP TABLE one; END $$;",
                "DO $$ BEGIN PERFORM drop_one(); END $$;",
                "-- DROP TABLE one;\nALTER TABLE one DISABLE TRIGGER ALL;"
            })
    void anUndoThatDoesSomethingIsNot(String text) {
        assertThat(Sql.file("V1__one.sql", TABLE).and("U1__one.sql", text).told())
                .isEmpty();
    }

    @Test
    void aMigrationThatDoesNothingHasNothingToUndo() {
        assertThat(Sql.file("V1__one.sql", "-- was moved\nSELECT 1;")
                        .and("U1__one.sql", "")
                        .told())
                .isEmpty();
    }

    @Test
    void aMigrationThatSaysThatThereIsNoWayBackMayHaveAnEmptyUndo() {
        assertThat(Sql.file("V1__one.sql", "-- switchback: irreversible rows are gone\nDELETE FROM one;")
                        .and("U1__one.sql", "-- no way back")
                        .told())
                .isEmpty();
    }

    @Test
    void whatAnUndoDoesIsTold() {
        assertThat(Sql.file("V1__one.sql", TABLE)
                        .and("U1__one.sql", "SELECT\n  1;")
                        .told())
                .containsExactly("U1__one.sql: undo-empty: it does nothing but 'SELECT 1;'");
        assertThat(Sql.file("V1__one.sql", TABLE).and("U1__one.sql", "-- later").told())
                .containsExactly("U1__one.sql: undo-empty: it holds only comments");
    }

    @Test
    void everyMigrationHasAnUndoWhereThatIsWanted() {
        Sql sql = Sql.file("V1__one.sql", TABLE)
                .and("U1.0__one.sql", "DROP TABLE one;")
                .and("V2__two.sql", TABLE)
                .and("V3__three.sql", "-- switchback: irreversible on purpose\n" + TABLE)
                .and("V4__Four.java", "")
                .and("R__views.sql", TABLE);

        assertThat(sql.told()).isEmpty();
        assertThat(sql.on("undo-missing").told())
                .containsExactly("V2__two.sql: undo-missing: there is no undo beside it");
        assertThat(sql.findings().get(0).reason()).contains("Write U2__two.sql or,");
    }

    @Test
    void aLongScriptIsJudgedQuickly() {
        String rows = "INSERT INTO one VALUES (1);\n".repeat(20_000);

        assertThat(Sql.file("V1__one.sql", TABLE).and("U1__one.sql", rows).told())
                .isEmpty();
    }
}

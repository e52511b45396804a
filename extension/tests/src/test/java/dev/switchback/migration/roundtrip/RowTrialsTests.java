package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a migration fails over all rows is found alike, however the session and the transaction are in which it runs. */
@ExtendWith(SharedServer.class)
class RowTrialsTests {

    private static final RoundTripSettings ONLY =
            RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.ONLY_GENERATED);

    private final Server server;
    private final Folder folder;

    RowTrialsTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    /** Each has the table, the migration, and what is found of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a text | ALTER TABLE t ALTER a SET NOT NULL | holds, rows-up-refused",
                "a text | ALTER TABLE t ADD b int NOT NULL | rows-up-fails",
                // the session in which rows are made reads and writes dates in another order
                "a text NOT NULL CHECK (a IN ('12/31/2020', '31/31/2020')) | ALTER TABLE t DROP CONSTRAINT t_a_check; ALTER TABLE t ALTER a TYPE date USING a::date | holds, rows-up-refused",
                "a text NOT NULL CHECK (a IN ('31/12/2020', '31/31/2020')) | ALTER TABLE t DROP CONSTRAINT t_a_check; ALTER TABLE t ALTER a TYPE date USING a::date | rows-up-fails",
                "a text NOT NULL CHECK (a IN ('31/12/2020', '31/31/2020')) | SET LOCAL DateStyle = 'ISO, DMY'; ALTER TABLE t DROP CONSTRAINT t_a_check; ALTER TABLE t ALTER a TYPE date USING a::date | holds, rows-up-refused",
                // braces and question marks are no escapes
                "a text CHECK (a IN ('{d}', '?')) | ALTER TABLE t ADD CHECK (a <> '{d}') | holds, rows-up-refused",
                "a text | ALTER TABLE t ADD CHECK (a IN ('{fn now()}', '?') AND a IS NOT NULL AND a <> '?') | holds, rows-up-refused",
                // checks that wait for the end of the transaction
                "a int UNIQUE DEFERRABLE INITIALLY DEFERRED | ALTER TABLE t ALTER a SET NOT NULL | holds, rows-up-refused",
                "a int, p int REFERENCES t DEFERRABLE INITIALLY DEFERRED | ALTER TABLE t ADD b int NOT NULL | rows-up-fails",
                // a block, and one that ends the transaction
                "a text | DO $$ BEGIN IF EXISTS (SELECT 1 FROM t WHERE a IS NULL) THEN RAISE 'null'; END IF; END $$ | holds, rows-up-refused",
                "a text | ALTER TABLE t ADD b int; COMMIT; ALTER TABLE t ALTER a SET NOT NULL | holds, rows-up-refused",
                // sequences, which no rollback moves back
                "root int NOT NULL | ALTER TABLE t ADD r int; UPDATE t SET r = other.id FROM t other WHERE other.id = t.root; ALTER TABLE t ALTER r SET NOT NULL | holds, rows-up-refused",
                // what a session keeps
                "a text | CREATE TEMP TABLE x AS SELECT a FROM t; ALTER TABLE x ALTER a SET NOT NULL | holds, rows-up-refused",
                "a text | PREPARE p AS SELECT 1; ALTER TABLE t ALTER a SET NOT NULL | holds, rows-up-refused"
            })
    void isFoundAlike(String column, String script, String found) {
        folder.step(1, "table", "CREATE TABLE t (id serial PRIMARY KEY, " + column + ");", "DROP TABLE t;")
                .up(2, "step", "-- switchback: irreversible not of interest\n" + script + ";");

        assertThat(Trip.of(server, folder.flyway(), ONLY).verdicts().get(1)).isEqualTo("V2 " + found);
    }

    /** Types and functions are found as Flyway's session finds them, and its initial SQL has run. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shop | SELECT 1 | '12/31/2020'",
                "public | SET DateStyle = 'ISO, DMY' | '31/12/2020'",
                "shop | SET DateStyle = 'ISO, DMY' | '31/12/2020'"
            })
    void isFoundAlikeInFlywaysSession(String schema, String initSql, String date) {
        folder.step(
                        1,
                        "table",
                        "CREATE TABLE t (id serial PRIMARY KEY, a text NOT NULL CHECK (a IN (%s, '31/31/2020')));"
                                .formatted(date),
                        "DROP TABLE t;")
                .up(
                        2,
                        "step",
                        "-- switchback: irreversible not of interest\n"
                                + "ALTER TABLE t DROP CONSTRAINT t_a_check; ALTER TABLE t ALTER a TYPE date USING a::date;");
        FluentConfiguration flyway = folder.flyway();
        flyway.defaultSchema(schema).initSql(initSql);

        assertThat(Trip.of(server, flyway, ONLY).verdicts().get(1)).isEqualTo("V2 holds, rows-up-refused");
    }
}

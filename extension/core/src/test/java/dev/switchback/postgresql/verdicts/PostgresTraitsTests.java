package dev.switchback.postgresql.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.verdicts.ScriptTraits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTraitsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DELETE FROM a WHERE at < now() | now()",
                "DELETE FROM a WHERE CURRENT_DATE > '2020-01-01' | CURRENT_DATE",
                "DO $$ BEGIN IF random() < 0.5 THEN DELETE FROM a; END IF; END $$ | random()",
                "INSERT INTO a VALUES ('now'::date) | 'now",
                "INSERT INTO a VALUES (gen_random_uuid()) | gen_random_uuid()",
                "SELECT \"now\" () | now\" ()",
                "CREATE FUNCTION f(t date DEFAULT now()) RETURNS int LANGUAGE sql AS 'SELECT 1' | now()",
                "CREATE DOMAIN d AS date DEFAULT now() | now()",
                "CREATE TABLE a (d date DEFAULT now()::date) | now()",
                "CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'return 1' | LANGUAGE plpython3u",
                "CREATE EXTENSION IF NOT EXISTS pg_cron | CREATE EXTENSION IF NOT EXISTS pg_cron",
                "CREATE FOREIGN TABLE f (id int) SERVER s | FOREIGN TABLE",
                "SELECT * FROM t TABLESAMPLE system (10) | TABLESAMPLE",
                "UPDATE a SET x = 1 WHERE ctid = '(0,1)' | ctid",
                "SET lock_timeout = '1s' | lock_timeout"
            })
    void whatIsAnotherNextTimeIsNamed(String script, String word) {
        assertThat(PostgresTraits.of(script).chance()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE know (nowhere int, age int, version text, random_seed int, today date)",
                "COMMENT ON TABLE a IS 'right now, the age of today'",
                "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
                "CREATE EXTENSION pgcrypto",
                "DO $$ BEGIN PERFORM 1 FROM pg_constraint WHERE conrelid = 'a'::regclass; END $$"
            })
    void whatIsTheSameNextTimeIsNot(String script) {
        ScriptTraits traits = PostgresTraits.of(script);

        assertThat(traits.chance()).isEmpty();
        assertThat(traits.defaultsByClock()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (at timestamptz NOT NULL DEFAULT now())",
                "CREATE TABLE a (at timestamptz DEFAULT CURRENT_TIMESTAMP(3) NOT NULL, id int)",
                "CREATE TABLE a (at timestamp DEFAULT (now() AT TIME ZONE 'utc'), id int)",
                "CREATE TABLE a (at timestamp DEFAULT timezone('utc', now()))",
                "ALTER TABLE a ADD id uuid DEFAULT gen_random_uuid() PRIMARY KEY",
                "ALTER TABLE a ALTER at SET DEFAULT clock_timestamp();"
            })
    void aDefaultOfAColumnSaysNothingByItself(String script) {
        ScriptTraits traits = PostgresTraits.of(script);

        assertThat(traits.chance()).isEmpty();
        assertThat(traits.defaultsByClock()).isTrue();
    }

    @Test
    void whatMayBringRowsAndTakeThemAwayIsSeen() {
        assertThat(PostgresTraits.of("INSERT INTO a VALUES (1)").writes()).isTrue();
        assertThat(PostgresTraits.of("ALTER TABLE a ADD at date").writes()).isTrue();
        assertThat(PostgresTraits.of("ALTER TABLE a ADD CONSTRAINT c CHECK (id > 0)")
                        .writes())
                .isFalse();
        assertThat(PostgresTraits.of("ALTER TABLE a ALTER at DROP DEFAULT").erases())
                .isTrue();
        assertThat(PostgresTraits.of("CREATE TABLE b (a int REFERENCES a ON DELETE CASCADE)")
                        .erases())
                .isFalse();
    }
}

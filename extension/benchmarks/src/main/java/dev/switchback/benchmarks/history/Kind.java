package dev.switchback.benchmarks.history;

import java.util.Locale;

/**
 * Kinds of migrations of a table that exists, as templates: {@code {t}} is the table, {@code {n}} a number that nothing
 * else has, {@code {r}} a table that is never dropped.
 */
enum Kind {
    COLUMN(
            """
            ALTER TABLE {t} ADD COLUMN detail_{n} text NOT NULL DEFAULT '';
            UPDATE {t} SET detail_{n} = 'detail ' || id;
            """,
            """
            ALTER TABLE {t} DROP COLUMN detail_{n};
            """),
    REFERENCE(
            """
            ALTER TABLE {t} ADD COLUMN ref_{n} bigint CONSTRAINT {t}_ref_{n}_fkey REFERENCES {r} (id) ON DELETE CASCADE;
            UPDATE {t} SET ref_{n} = 1 + id % 10;
            CREATE INDEX {t}_ref_{n}_idx ON {t} (ref_{n});
            """,
            """
            ALTER TABLE {t} DROP COLUMN ref_{n};
            """),
    ENUM(
            """
            CREATE TYPE phase_{n} AS ENUM ('open', 'held', 'closed');
            ALTER TABLE {t} ADD COLUMN phase_{n} phase_{n} NOT NULL DEFAULT 'open';
            UPDATE {t} SET phase_{n} = 'closed' WHERE id <= 5;
            """,
            """
            ALTER TABLE {t} DROP COLUMN phase_{n};
            DROP TYPE phase_{n};
            """),
    INDEX(
            """
            CREATE INDEX {t}_amount_{n}_idx ON {t} (amount DESC, created_on) INCLUDE (code);
            """,
            """
            DROP INDEX {t}_amount_{n}_idx;
            """),
    PARTIAL_INDEX(
            """
            CREATE UNIQUE INDEX {t}_open_{n}_idx ON {t} (lower(code)) WHERE state = 'new';
            """,
            """
            DROP INDEX {t}_open_{n}_idx;
            """),
    CHECK(
            """
            ALTER TABLE {t} ADD CONSTRAINT {t}_size_{n} CHECK (length(code) < 20 AND amount < 100000) NOT VALID;
            ALTER TABLE {t} VALIDATE CONSTRAINT {t}_size_{n};
            """,
            """
            ALTER TABLE {t} DROP CONSTRAINT {t}_size_{n};
            """),
    VIEW(
            """
            CREATE VIEW {t}_overview_{n} AS
                SELECT {t}.id, {t}.amount, {r}.note
                FROM {t} JOIN {r} ON {r}.id = {t}.id
                WHERE {t}.amount > 3;
            """,
            """
            DROP VIEW {t}_overview_{n};
            """),
    MATERIALIZED_VIEW(
            """
            CREATE MATERIALIZED VIEW {t}_by_day_{n} AS
                SELECT created_on, sum(amount) AS total FROM {t} GROUP BY created_on;
            CREATE UNIQUE INDEX {t}_by_day_{n}_idx ON {t}_by_day_{n} (created_on);
            """,
            """
            DROP MATERIALIZED VIEW {t}_by_day_{n};
            """),
    FUNCTION(
            """
            CREATE FUNCTION {t}_total_{n}(since date) RETURNS numeric LANGUAGE sql STABLE AS $$
                SELECT coalesce(sum(amount), 0) FROM {t} WHERE created_on >= since
            $$;
            """,
            """
            DROP FUNCTION {t}_total_{n}(date);
            """),
    TRIGGER(
            """
            CREATE FUNCTION {t}_tidy_{n}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.note := btrim(NEW.note);
                RETURN NEW;
            END
            $$;
            CREATE TRIGGER {t}_tidy_{n} BEFORE INSERT OR UPDATE ON {t}
                FOR EACH ROW EXECUTE FUNCTION {t}_tidy_{n}();
            """,
            """
            DROP TRIGGER {t}_tidy_{n} ON {t};
            DROP FUNCTION {t}_tidy_{n}();
            """),
    ROWS(
            """
            INSERT INTO {t} (id, label, code, amount, note)
            SELECT {n} * 100 + n, 'late ' || n, 'L{n}-' || n, n, 'added later' FROM generate_series(1, 5) AS n;
            """,
            """
            DELETE FROM {t} WHERE id BETWEEN {n} * 100 + 1 AND {n} * 100 + 5;
            """),
    UPDATE(
            """
            UPDATE {t} SET amount = amount + 7 WHERE id % 3 = 0;
            """,
            """
            UPDATE {t} SET amount = amount - 7 WHERE id % 3 = 0;
            """),
    RENAME(
            """
            ALTER TABLE {t} RENAME COLUMN remark TO memo;
            """,
            """
            ALTER TABLE {t} RENAME COLUMN memo TO remark;
            """),
    WIDEN(
            """
            ALTER TABLE {t} ALTER COLUMN weight TYPE bigint;
            """,
            """
            ALTER TABLE {t} ALTER COLUMN weight TYPE integer;
            """),
    REQUIRE(
            """
            UPDATE {t} SET state = 'new' WHERE state IS NULL;
            ALTER TABLE {t} ALTER COLUMN state SET NOT NULL;
            ALTER TABLE {t} ALTER COLUMN state SET DEFAULT 'created';
            """,
            """
            ALTER TABLE {t} ALTER COLUMN state SET DEFAULT 'new';
            ALTER TABLE {t} ALTER COLUMN state DROP NOT NULL;
            """),
    COMMENT(
            """
            COMMENT ON TABLE {t} IS 'Owned by the team of change {n}.';
            COMMENT ON COLUMN {t}.code IS 'Unique, at most twenty characters.';
            """,
            """
            COMMENT ON COLUMN {t}.code IS NULL;
            COMMENT ON TABLE {t} IS NULL;
            """),
    GRANT(
            """
            GRANT SELECT, INSERT ON {t} TO PUBLIC;
            """,
            """
            REVOKE SELECT, INSERT ON {t} FROM PUBLIC;
            """);

    private final String up;
    private final String down;

    Kind(String up, String down) {
        this.up = up;
        this.down = down;
    }

    Change on(GeneratedTable table, GeneratedTable reference, int number) {
        return new Change(description(), filled(up, table, reference, number), filled(down, table, reference, number));
    }

    /** As file names say it. */
    String description() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String filled(String template, GeneratedTable table, GeneratedTable reference, int number) {
        return template.replace("{t}", table.name())
                .replace("{r}", reference.name())
                .replace("{n}", Integer.toString(number));
    }

    /** Whether it holds over any rows that its table admits. */
    boolean holdsOverRows() {
        return switch (this) {
            case PARTIAL_INDEX, CHECK, UPDATE, WIDEN, REQUIRE -> false;
            default -> true;
        };
    }

    /** Whether to take it away loses nothing that rows hold. */
    boolean goesWithoutLoss() {
        return switch (this) {
            case COLUMN, REFERENCE, ENUM -> false;
            default -> true;
        };
    }

    /** Whether a table can have it more than once. */
    boolean repeats() {
        return switch (this) {
            case RENAME, WIDEN, REQUIRE, COMMENT, GRANT -> false;
            default -> true;
        };
    }
}

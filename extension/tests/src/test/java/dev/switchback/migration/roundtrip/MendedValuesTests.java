package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.SuggestedFix;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQL that mends columns whose values are others now holds on rows, and is the same where there are none to try it on. */
@ExtendWith(SharedServer.class)
class MendedValuesTests {

    private static final String REPLACED =
            "ALTER TYPE public.mood RENAME TO mood_old; CREATE TYPE public.mood AS ENUM (?);"
                    + " ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood; DROP TYPE public.mood_old";

    private final Server server;
    private final Path path;

    MendedValuesTests(Server server, @TempDir Path path) {
        this.server = server;
        this.path = path;
    }

    /** Each has the labels of a type, what the migration does to it, and what mends that; nothing where it cannot be told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'a', 'b' | RENAME VALUE 'a' TO 'aa'; ADD VALUE 'c' | RENAME VALUE 'aa' TO 'a'; replaced",
                "'a', 'b' | RENAME VALUE 'b' TO 'bb'; ADD VALUE 'c' | RENAME VALUE 'bb' TO 'b'; replaced",
                "'a', 'b', 'c' | RENAME VALUE 'a' TO 'x'; RENAME VALUE 'c' TO 'y'; ADD VALUE 'd' AFTER 'b'; ADD VALUE 'e' BEFORE 'b' |",
                "'a', 'b', 'c' | RENAME VALUE 'a' TO 'x'; RENAME VALUE 'c' TO 'y'; ADD VALUE 'd'"
                        + "| RENAME VALUE 'x' TO 'a'; RENAME VALUE 'y' TO 'c'; replaced",
                "'a', 'b', 'c' | RENAME VALUE 'b' TO 'bb'; ADD VALUE 'd' AFTER 'bb' |",
                "'a', 'b' | RENAME VALUE 'b' TO 'c'; RENAME VALUE 'a' TO 'b'; ADD VALUE 'd' |",
                "'a', 'b' | ADD VALUE 'c'; ADD VALUE 'd' BEFORE 'a' | replaced",
                "'a', 'b' | RENAME VALUE 'a' TO 'it''s' | RENAME VALUE 'it''s' TO 'a'",
                "'a', 'b' | RENAME VALUE 'b' TO 'c'; RENAME VALUE 'a' TO 'b'"
                        + "| RENAME VALUE 'b' TO 'a'; RENAME VALUE 'c' TO 'b'",
                "'a', 'b' | RENAME VALUE 'b' TO 'x'; RENAME VALUE 'a' TO 'b'; RENAME VALUE 'x' TO 'a'"
                        + "| RENAME VALUE 'a' TO 'a_meanwhile'; RENAME VALUE 'b' TO 'a'; RENAME VALUE 'a_meanwhile' TO 'b'"
            })
    void labelsGetTheirNamesBack(String labels, String migration, @Nullable String statements) throws IOException {
        String made = "CREATE TYPE mood AS ENUM (" + labels + "); CREATE TABLE t (m mood);";
        String rows = "INSERT INTO t SELECT unnest(enum_range(NULL::mood));";
        String mending = statements == null
                ? null
                : altered(statements).replace("ALTER TYPE public.mood replaced", REPLACED.replace("?", labels));

        mends(made, rows, altered(migration).replace("public.", ""), mending);
    }

    private static String altered(String actions) {
        return "ALTER TYPE public.mood " + actions.replace("; ", "; ALTER TYPE public.mood ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'a'); | INSERT INTO t VALUES ('a'), ('b');"
                        + "| ALTER TYPE mood RENAME VALUE 'a' TO 'aa'"
                        + "| ALTER TYPE public.mood RENAME VALUE 'aa' TO 'a'; ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'a'::public.mood",
            })
    void whatSpeaksOfALabelGoesOnDoingSo(String made, String rows, String migration, String statements)
            throws IOException {
        mends(made, rows, migration, statements);
    }

    /** Each has what a domain is over, rows, and what it comes to be over. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "integer | (1, '{2}'), (NULL, NULL) | numeric(10, 2)",
                "date | ('2020-01-01', '{2020-01-02}') | timestamptz",
                "character varying(3) | ('abc', '{abc}') | text",
                "boolean | (true, '{false}') | text"
            })
    void domainsGetBackByWayOfWhatTheyAreOver(String over, String rows, String then) throws IOException {
        String cast = over.replaceFirst("\\(.*", "");
        mends(
                "CREATE DOMAIN d AS " + over + "; CREATE TABLE t (a d, b d[]);",
                "INSERT INTO t VALUES " + rows + ";",
                other(then),
                """
                ALTER DOMAIN public.d RENAME TO d_old; CREATE DOMAIN public.d AS %s; \
                ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::%s; \
                ALTER TABLE public.t ALTER COLUMN b TYPE public.d[] USING b::%s[]; DROP DOMAIN public.d_old"""
                        .formatted(over, cast, cast));
    }

    @Test
    void aValueThatIsTooLongForItsDomainIsNotCutOff() throws IOException {
        String made = "CREATE DOMAIN d AS varchar(3); CREATE TABLE t (a d, b d[]);";

        assertThat(mending("rows", made, other("text") + "; INSERT INTO t VALUES ('long', '{long}')"))
                .isEmpty();
    }

    private static String other(String domain) {
        return """
                CREATE DOMAIN e AS %s; ALTER TABLE t ALTER a TYPE e USING a::%s, ALTER b TYPE e[] USING b::%s[]; \
                DROP DOMAIN d; ALTER DOMAIN e RENAME TO d"""
                .formatted(domain, domain, domain);
    }

    private void mends(String made, String rows, String migration, @Nullable String statements) throws IOException {
        Optional<List<String>> expected = Optional.ofNullable(statements).map(all -> List.of(all.split("; ")));
        assertThat(mending("without", made, migration)).isEqualTo(expected);
        assertThat(mending("with", made + rows, migration)).isEqualTo(expected);
    }

    private Optional<List<String>> mending(String name, String made, String migration) throws IOException {
        Folder folder = new Folder(Files.createDirectory(path.resolve(name)))
                .step(1, "made", made, "DROP SCHEMA public CASCADE; CREATE SCHEMA public;")
                .step(2, "change", migration + ";", "SELECT 1;");
        return Trip.of(server, folder).finding("2").suggestedFix().map(SuggestedFix::statements);
    }
}

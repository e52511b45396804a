package dev.switchback.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ways to lose rows that a schema alone does not show, each with what its author reads. */
@ExtendWith(SharedServer.class)
class LostRowsTests {

    private final Server server;
    private final Folder folder;

    LostRowsTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "person",
                        """
                        CREATE TABLE person (
                            id int PRIMARY KEY, name text NOT NULL, phone text, balance numeric(10, 4) DEFAULT 0,
                            shout text GENERATED ALWAYS AS (upper(name)) STORED);
                        CREATE TABLE note (person int REFERENCES person ON DELETE CASCADE, text text);
                        """,
                        "DROP TABLE note, person;");
    }

    /** Five people, of whom two are known by name, and their notes. */
    private static final class People implements RowSource {

        @Override
        public void insert(DataSource database) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        """
                        INSERT INTO person VALUES
                            (12, 'Alice', '+44 1234', 1.2345), (13, 'Bob', '+44 5678', 2), (14, 'Carol', NULL, 3),
                            (15, 'Dan', NULL, 4.5), (16, 'Eve', NULL, 0);
                        INSERT INTO note VALUES (12, 'met in May'), (12, 'likes tea'), (16, 'listens');
                        """);
            }
        }

        @Override
        public Optional<String> label(String table, Map<String, String> key) {
            return Optional.ofNullable(Map.of("12", "alice", "13", "bob").get(key.get("id")))
                    .filter(label -> table.equals("public.person"));
        }
    }

    private Trip trip(String up, String undo) {
        folder.step(2, "change", up, undo);
        return Trip.of(
                server, folder.flyway(), RoundTripSettings.defaults().withRows("1", new People()));
    }

    private String message(String up, String undo) {
        return trip(up, undo).finding("2").text();
    }

    private static String rowsAreNotBack(String differences) {
        return """
        V2__change: the undo does not bring the rows back

          U2__change.sql ran without error, but these tables do not hold what they held before V2:

        %s"""
                .formatted(differences.indent(4));
    }

    private void holds(String up, String undo, String... rules) {
        String verdict = rules.length == 0 ? "V2 holds" : "V2 holds, " + String.join(" ", rules);
        assertThat(trip(up, undo).verdicts()).containsExactly("V1 holds", verdict);
    }

    @Nested
    class Values {

        @Test
        void ofAColumnThatWasDropped() {
            assertThat(message("ALTER TABLE person DROP phone;", "ALTER TABLE person ADD phone text;"))
                    .isEqualTo(
                            """
                            V2__change: the undo brings the columns back in another order

                              A column can only be added last:

                                table public.person
                                  ~ column shout    order of columns    after phone   ->   before phone
                            """);
        }

        @Test
        void ofTheLastColumnThatWasDropped() {
            folder.file(
                    "V1__person.sql",
                    "CREATE TABLE person (id int PRIMARY KEY, name text, shout text, phone text); CREATE TABLE note (x int);");
        }

        @Test
        void thatWereRounded() {
            assertThat(message(
                            "ALTER TABLE person ALTER balance TYPE numeric(10, 1);",
                            "ALTER TABLE person ALTER balance TYPE numeric(10, 4);"))
                    .isEqualTo(rowsAreNotBack(
                            """
                            rows of public.person: 1 of 5 has another balance
                              person/alice (id 12)   1.2345   ->   1.2000
                            """));
        }
    }
}

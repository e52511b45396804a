package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Calls.Extension.class)
class NewFromDiffTests {

    private static final String PERSON = "CREATE TABLE person (id int PRIMARY KEY, name text);";

    private final Calls calls;
    private final Path root;
    private final Path folder;

    NewFromDiffTests(Calls calls, @TempDir Path root) throws IOException {
        this.calls = calls;
        this.root = root;
        folder = Files.createDirectory(root.resolve("migration"));
        Files.writeString(folder.resolve("V1__person.sql"), PERSON);
        Files.writeString(folder.resolve("U1__person.sql"), "DROP TABLE person;");
        Files.writeString(root.resolve("lint.yaml"), "");
    }

    private Call create(Calls by, String wanted, String... more) {
        List<String> all = new ArrayList<>(List.of("new", "follow schema", "--from-diff", wanted));
        all.addAll(List.of(more));
        all.addAll(List.of(
                "-l",
                folder.toString(),
                "--lint-settings",
                root.resolve("lint.yaml").toString()));
        return by.call(all.toArray(String[]::new));
    }

    private Path golden(String sql) throws IOException {
        Path other = Files.createDirectory(root.resolve("other"));
        Files.writeString(other.resolve("V1__all.sql"), sql);
        Files.writeString(other.resolve("V1__all.sql.conf"), "placeholderReplacement=false");
        return Files.writeString(
                root.resolve("schema.golden.sql"),
                calls.call("schema", "-l", other.toString()).out());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private void assertNothingIsNew() throws IOException {
        assertThat(names()).containsExactly("U1__person.sql", "V1__person.sql");
    }

    @Test
    void aGoldenFileIsFollowed() throws IOException {
        Files.writeString(root.resolve("lint.yaml"), "files:\n  header: true\n");
        Path golden = golden(PERSON
                + "ALTER TABLE person ADD email text NOT NULL DEFAULT '';"
                + "CREATE FUNCTION greeting() RETURNS text LANGUAGE sql AS $$ SELECT '${hello}; you' $$;"
                + "CREATE VIEW mail AS SELECT email FROM person;");
        Call call = create(calls, golden.toString());
        assertThat(call)
                .isEqualTo(new Call(
                        0,
                        Stream.of("V2__follow_schema.sql", "U2__follow_schema.sql", "V2__follow_schema.sql.conf")
                                .map(name -> folder.resolve(name).toAbsolutePath() + "\n")
                                .reduce("", String::concat),
                        "3 files were written.\n"));
        assertThat(folder.resolve("V2__follow_schema.sql"))
                .content()
                .startsWith("-- Purpose: follow schema\n-- Impact: changes ")
                .contains("-- Source: a draft by Switchback", "ADD COLUMN email", "CREATE VIEW public.mail");
        assertThat(folder.resolve("U2__follow_schema.sql")).content().contains("DROP COLUMN email");

        Call same = calls.call("diff", folder.toString(), golden.toString());
        assertThat(same.exitCode()).as(same.toString()).isZero();
        Call trip = calls.call("roundtrip", "-l", folder.toString());
        assertThat(trip.exitCode()).as(trip.toString()).isZero();
        assertThat(create(calls, golden.toString()))
                .isEqualTo(new Call(0, "", "The schemas are the same: nothing was written.\n"));
    }

    @Test
    void aDatabaseIsFollowedAndWhatItLosesIsSaid() throws IOException, SQLException {
        try (Database database = calls.server().create()) {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.createStatement().execute("CREATE TABLE person (id int PRIMARY KEY)");
            }
            Call call = create(calls.on(database), database.url());
            assertThat(call.exitCode()).as(call.toString()).isZero();
            assertThat(folder.resolve("V2__follow_schema.sql"))
                    .content()
                    .contains("-- Lost: what is in column public.person.name.", "DROP COLUMN name;")
                    .doesNotContain(database.user() + "@", "jdbc:");
        }
    }

    @Test
    void whatHasNoSqlIsNamed() throws IOException {
        Path golden = golden("CREATE TABLE person (name text, id int PRIMARY KEY);");
        Call call = create(calls, golden.toString());
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err())
                .startsWith("Nothing was written. There is no SQL for what still differs:\n\n")
                .contains("person");
        assertNothingIsNew();
    }

    /** The migration after it makes the same column. */
    @Test
    void nothingIsWrittenWhereTheRoundTripFails() throws IOException {
        Files.writeString(folder.resolve("V3__mail.sql"), "ALTER TABLE person ADD mail text;");
        Files.writeString(folder.resolve("U3__mail.sql"), "ALTER TABLE person DROP mail;");
        Path golden =
                golden(PERSON + "ALTER TABLE person ADD mail text; CREATE VIEW mails AS SELECT mail FROM person;");
        Call call = create(calls, golden.toString(), "--at", "2");
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err())
                .startsWith("Nothing was written, because what would be written does not hold:\n\n")
                .contains("V2__follow_schema");
        assertThat(names()).hasSize(4);
    }

    @Test
    void whatCannotBeMeantIsRefused() throws IOException {
        assertThat(create(calls, "nowhere.sql"))
                .isEqualTo(new Call(
                        2, "", "Neither a folder of migrations, nor a golden file, nor a JDBC URL: nowhere.sql\n"));
        assertThat(create(calls, "nowhere.sql", "--kind", "table").err())
                .isEqualTo("--kind and --from-diff both say what is written; leave one of the two out.\n");
        assertThat(create(calls, "nowhere.sql", "--table", "person").err())
                .isEqualTo("The header of these migrations has no field table. It has none.\n");
        assertThat(create(calls, "jdbc:postgresql://localhost/shop?password=sesame")
                        .exitCode())
                .isEqualTo(2);
        assertNothingIsNew();
    }
}

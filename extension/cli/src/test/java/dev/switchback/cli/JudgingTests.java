package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Calls.Extension.class)
class JudgingTests {

    private final Calls calls;
    private final Path folder;

    JudgingTests(Calls calls, @TempDir Path folder) throws IOException {
        this.calls = calls;
        this.folder = Files.createDirectory(folder.resolve("migration"));
        write("V1__person.sql", "CREATE TABLE person (id int PRIMARY KEY, name text);");
        write("U1__person.sql", "DROP TABLE person;");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String plain(String text) {
        return text.replaceAll(" +(<1|\\d+) ms", " T")
                .replaceAll(" +- ", " - ")
                .replaceAll("of the main branch\\. .*", "of the main branch. ...");
    }

    @Test
    void allChecksHold() {
        Call call = calls.call("check", "-l", folder.toString());

        assertThat(call).isEqualTo(new Call(0, call.out(), ""));
        assertThat(plain(call.out()))
                .isEqualTo(
                        """
                          V1 person   up T   down T   again T   ok

                        Old migrations were not compared with those of the main branch. ...

                        1 migration: 1 ok, 0 failed, 0 skipped
                        """);
    }

    @Test
    void rowsAreMadeUpWhereTheyAreAskedFor() throws IOException {
        write("V2__tier.sql", "ALTER TABLE person ADD tier int NOT NULL;");
        write("U2__tier.sql", "ALTER TABLE person DROP tier;");

        Call call = calls.call("roundtrip", "-l", folder.toString(), "--rows", "generated");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).contains("FAIL V2__tier: the migration fails on a table with rows\n");
        assertThat(calls.call("roundtrip", "-l", folder.toString()).exitCode()).isZero();
    }

    @Test
    void whatDoesNotHoldIsToldInEveryForm() throws IOException {
        write("V2__email.sql", "ALTER TABLE person ADD email text;");
        write("U2__email.sql", "SELECT 1;");
        Path page = folder.resolve("report.html");
        List<String> formats = List.of("json", "markdown", "sarif", "github", "gitlab", "text");
        List<String> arguments =
                new ArrayList<>(List.of("roundtrip", "-l", folder.toString(), "--report", page.toString()));
        formats.forEach(format -> arguments.addAll(List.of("--also", format + "=" + folder.resolve("new/" + format))));

        Call call = calls.call(arguments.toArray(String[]::new));

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out())
                .contains("FAIL V2__email: the undo does not bring the schema back\n")
                .contains("    ALTER TABLE public.person DROP COLUMN email;\n")
                .endsWith("2 migrations: 1 ok, 1 failed, 0 skipped\n");
        assertThat(page).content().contains("V2__email: the undo does not bring the schema back");
        formats.subList(0, 5)
                .forEach(format ->
                        assertThat(folder.resolve("new/" + format)).content().contains("undo-no-op"));
        assertThat(folder.resolve("new/text")).hasContent(call.out());
    }

    @Test
    void anUndoThatIsMissingIsDrafted() throws IOException {
        write("V2__email.sql", "ALTER TABLE person ADD email text;");
        Path drafts = folder.resolveSibling("drafts");

        Call call = calls.call("draft-undo", "-l", folder.toString(), "--into", drafts.toString());

        assertThat(call).isEqualTo(new Call(0, drafts.resolve("U2__email.sql") + "\n", "1 draft was written.\n"));
        assertThat(drafts.resolve("U2__email.sql")).content().contains("DROP COLUMN email");
    }

    @Test
    void theSchemaOfMigrationsIsTheOneInItsGoldenFile() throws IOException {
        Call schema = calls.call("schema", "-l", folder.toString());
        Path golden = Files.writeString(folder.resolve("schema.golden.sql"), schema.out());

        Call same = calls.call("diff", golden.toString(), folder.toString(), "-l", folder.toString());
        write("V2__email.sql", "ALTER TABLE person ADD email text;");
        Call other = calls.call("diff", golden.toString(), folder.toString(), "-l", folder.toString());

        assertThat(schema.out()).startsWith("-- switchback schema, format 1\n").contains("CREATE TABLE public.person");
        assertThat(same).isEqualTo(new Call(0, "The schemas are the same.\n", ""));
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).contains("+ column email    text");
    }

    @Test
    void aGoldenFileIsMadeComparedAndRewritten() throws IOException {
        Path golden = folder.resolve("schema/golden.sql");
        String[] compare = {"golden", golden.toString(), "-l", folder.toString()};
        String[] update = {"golden", golden.toString(), "-l", folder.toString(), "--update"};
        Call same = new Call(0, "The schema is the one in " + golden + ".\n", "");

        Call missing = calls.call(compare);
        assertThat(calls.call(update)).isEqualTo(same);
        assertThat(golden)
                .hasContent(calls.call("schema", "-l", folder.toString()).out());
        write("V2__email.sql", "ALTER TABLE person ADD email text;");
        Call differs = calls.call(compare);

        assertThat(missing)
                .isEqualTo(new Call(
                        1,
                        "There is no golden file " + golden
                                + ".\n\nTo make it, call this with --update, read golden.sql, and commit it.\n",
                        ""));
        assertThat(differs.exitCode()).isEqualTo(1);
        assertThat(differs.out())
                .startsWith("The schema is not the one in " + golden + ":\n")
                .contains("    + email text\n")
                .endsWith(
                        "If the schema is as it should be, the file is to change. To rewrite it, call this with --update, read golden.sql, and commit it.\n");
        assertThat(calls.with("CI", "true").call(update).out())
                .endsWith(
                        "call this with --update on your own machine, as CI is set here and nothing is written, read golden.sql, and commit it.\n");
        assertThat(calls.call(update)).isEqualTo(same);
        assertThat(calls.call(compare)).isEqualTo(same);
    }

    @Test
    void aFileThatIsNoGoldenFileIsNotOverwritten() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.sql"), "SELECT 1;");

        Call call = calls.call("golden", other.toString(), "-l", folder.toString(), "--update");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).startsWith(other + " is no golden file: its first line is not ");
        assertThat(other).hasContent("SELECT 1;");
    }

    @Test
    void sinceARevisionOnlyWhatIsNewIsJudged() throws IOException, InterruptedException {
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "first");
        String[] roundTrip = {"roundtrip", "-l", folder.toString(), "--since", "HEAD"};

        Call nothing = calls.call(roundTrip);
        write("V2__email.sql", "ALTER TABLE person ADD email text;");
        write("U2__email.sql", "ALTER TABLE person DROP email;");
        Call second = calls.call(roundTrip);

        assertThat(nothing)
                .isEqualTo(new Call(0, "", "No migration was added or changed since then: nothing to judge.\n"));
        assertThat(second.out()).contains("V2 email").doesNotContain("V1 person");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}

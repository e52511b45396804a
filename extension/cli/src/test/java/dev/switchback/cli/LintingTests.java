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
class LintingTests {

    private final Calls calls;
    private final Path folder;

    LintingTests(Calls calls, @TempDir Path path) throws IOException {
        this.calls = calls;
        this.folder = Files.createDirectory(path.resolve("migration"));
        write("V1__person.sql", "CREATE TABLE person (id int PRIMARY KEY, name text);");
        write("U1__person.sql", "DROP TABLE person;");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void writeAnIndex() throws IOException {
        write("V2__index.sql", "CREATE INDEX person_name ON person (name);");
        write("U2__index.sql", "DROP INDEX person_name;");
    }

    private Call call(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-l", folder.toString()));
        return calls.call(all.toArray(String[]::new));
    }

    @Test
    void whatMigrationsDoToARunningSystemIsTold() throws IOException {
        writeAnIndex();
        Path page = folder.resolveSibling("report.html");

        Call call = call("lint", "--report", page.toString());

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out())
                .startsWith("  V1 person   ok\n  V2 index    failed\n\nFAIL V2__index.sql:1: index-not-concurrent: ")
                .contains("CREATE INDEX CONCURRENTLY person_name ON public.person", "lock_timeout")
                .endsWith("2 migrations: 1 ok, 1 failed, 0 skipped\n");
        assertThat(page)
                .content()
                .contains("index-not-concurrent", "class=\"remark\"")
                .doesNotContain(">up<");
    }

    @Test
    void whereAFormHasNoPlaceForRemarksTheyAreToldBesideIt() throws IOException {
        writeAnIndex();

        Call call = call("lint", "--format", "gitlab");

        assertThat(call.out()).startsWith("[{").contains("index-not-concurrent").doesNotContain("lock_timeout");
        assertThat(call.err()).contains("initSql: SET lock_timeout");
    }

    @Test
    void allChecksTellTheLintWhereTheyTellTheRoundTrip() throws IOException {
        writeAnIndex();

        Call call = call("check");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out())
                .containsPattern("V2 index    up +\\S+ m?s? .* failed\n")
                .contains("FAIL V2__index.sql:1: index-not-concurrent: ");
    }

    @Test
    void thatAMigrationFailsIsToldOnce() throws IOException {
        write("V2__broken.sql", "SELECT 1;\nSELECT nothing;");

        Call lint = call("lint", "--format", "github");
        Call check = call("check", "--format", "github");

        assertThat(lint.out()).contains("V2__broken.sql,line=2,title=migration-fails::");
        assertThat(check.out())
                .contains("V2__broken.sql,line=2,title=up-fails::", "The lint ended at V2__broken.sql, which fails.")
                .doesNotContain("migration-fails")
                .containsOnlyOnce("up-fails");
    }

    @Test
    void filesAloneAreJudgedWithoutADatabase() throws IOException {
        write("V1.0__again.sql", "SELECT 1;");

        Call call = call("lint", "--files-only", "--server-url", "jdbc:postgresql://localhost:1/none");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).contains("version-duplicate").endsWith("; 1 finding on no single one\n");
    }

    @Test
    void settingsChooseTheRules() throws IOException {
        writeAnIndex();
        Path settings = Files.writeString(
                folder.resolveSibling("switchback-lint.yaml"), "rules:\n  index-not-concurrent: notice\n");

        Call call = call("lint", "--lint-settings", settings.toString());

        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("V2 index    ok, 1 notice\n", "NOTICE V2__index.sql:1: index-not-concurrent");
    }

    @Test
    void sinceARevisionOnlyWhatIsNewIsLinted() throws IOException, InterruptedException {
        writeAnIndex();
        git("init", "-q", "-b", "main");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "first");

        Call nothing = call("check", "--since", "main");
        write("V3__nick.sql", "ALTER TABLE person ADD nick text;");
        write("U3__nick.sql", "ALTER TABLE person DROP nick;");
        Call third = call("check", "--since", "main");
        Files.delete(folder.resolve("V1__person.sql"));
        Call deleted = call("lint", "--files-only", "--since", "main");

        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.err()).isEqualTo("No migration was added or changed since then: nothing to judge.\n");
        assertThat(third.exitCode()).isZero();
        assertThat(third.out())
                .contains("V3 nick", "Only what is new or changed since the merge base with main (")
                .doesNotContain("V2 index");
        assertThat(deleted.exitCode()).isEqualTo(1);
        assertThat(deleted.out()).contains("migration-deleted");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}

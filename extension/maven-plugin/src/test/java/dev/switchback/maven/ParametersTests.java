package dev.switchback.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** Parameters of goals as options of commands. */
class ParametersTests {

    @Test
    void nothingIsSaidForWhatIsNotSet() {
        assertThat(new LintMojo().arguments().toList()).containsExactly("lint", "--format=text");
        assertThat(new StatusMojo().arguments().toList()).containsExactly("status");
        assertThat(new DraftUndoMojo().arguments().toList())
                .containsExactly("draft-undo", "--into=target/switchback/undo");
        assertThat(new GoldenMojo().arguments().toList())
                .containsExactly("golden", "src/test/resources/schema.golden.sql");
    }

    @Test
    void allThatCheckTakes() {
        CheckMojo check = new CheckMojo();
        check.mode = "full";
        check.rows = "generated";
        check.undo = List.of("filesystem:undo", "filesystem:more");
        check.missingUndo = "notice";
        check.exclude = List.of("public.audit_*", "public.log");
        check.timeLimit = 60;
        check.lintSettings = "lint.yaml";
        check.from = "3";
        check.since = "main";
        check.format = "github";
        check.also = new LinkedHashMap<>(Map.of("sarif", "target/lint.sarif"));
        check.report = "target/report.html";
        check.serverUrl = "jdbc:postgresql://localhost/postgres";
        check.postgres = "16";

        assertThat(check.arguments().toList())
                .containsExactly(
                        "check",
                        "--mode=full",
                        "--rows=generated",
                        "--undo=filesystem:undo,filesystem:more",
                        "--missing-undo=notice",
                        "--exclude=public.audit_*,public.log",
                        "--time-limit=60",
                        "--lint-settings=lint.yaml",
                        "--from=3",
                        "--since=main",
                        "--format=github",
                        "--also=sarif=target/lint.sarif",
                        "--report=target/report.html",
                        "--server-url=jdbc:postgresql://localhost/postgres",
                        "--postgres=16");
        assertThat(check.isForPrograms()).isTrue();
    }

    @Test
    void theReportCanBeLeftOut() {
        LintMojo lint = new LintMojo();
        lint.filesOnly = true;
        lint.report = "off";

        assertThat(lint.arguments().toList()).containsExactly("lint", "--files-only", "--format=text");
        assertThat(lint.failure()).isEqualTo("The lint has findings: see them above.");
    }

    @Test
    void aGoldenFileIsUpdatedByTheSamePropertyAsInTests() {
        GoldenMojo golden = new GoldenMojo();
        golden.golden = "update";

        assertThat(golden.arguments().toList()).contains("--update");
        assertThat(golden.shown("To make it, call this with --update, read it."))
                .isEqualTo("To make it, run the goal with -Dswitchback.golden=update, read it.");
    }

    @Test
    void aGoldenFileIsUpdatedByThatWordAlone() {
        GoldenMojo golden = new GoldenMojo();
        golden.golden = "true";

        assertThatThrownBy(golden::check)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("switchback.golden = 'true': must be update, or compare, which is the default");
    }

    @Test
    void aReportHasTheNamesThatTestsHaveForIt() {
        CheckMojo check = new CheckMojo();
        check.project = new MavenProject();
        check.project.getModel().setBuild(new Build());
        check.project.getBuild().setDirectory("/shop/target");
        check.report = "none";

        assertThat(check.arguments().toList()).contains("--report=/shop/target/switchback/report.html");
        assertThat(check.failure())
                .isEqualTo(
                        "There are migrations that do not hold: see the findings above, and /shop/target/switchback/report.html.");
    }

    @Test
    void messagesNameParametersInsteadOfOptions() {
        assertThat(
                        ParameterNames.in(
                                """
                        Invalid value for option '--missing-undo': 'x'
                        Its options are told by: switchback roundtrip --help
                        """))
                .isEqualTo(
                        """
                        Invalid value for option '<missingUndo>': 'x'
                        Its parameters are told by: mvn switchback:help -Ddetail -Dgoal=roundtrip
                        """);
        assertThat(ParameterNames.in("--config, --placeholder and -- a comment"))
                .isEqualTo("<configFiles>, <placeholders> and -- a comment");
    }
}

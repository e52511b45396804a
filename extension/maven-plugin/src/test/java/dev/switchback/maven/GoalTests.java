package dev.switchback.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals as Maven calls them, in a module that is not the working directory. */
class GoalTests {

    private final Path folder;
    private final ShopModule module;
    private final MavenProject project;
    private final List<String> log;

    GoalTests(@TempDir Path folder) {
        this.folder = folder;
        this.module = ShopModule.in(folder);
        this.project = module.project();
        this.log = module.log();
    }

    private void write(String name, String text) throws IOException {
        module.write(name, text);
    }

    private LintMojo lint() {
        LintMojo lint = module.with(new LintMojo());
        lint.filesOnly = true;
        lint.report = folder.resolve("target/switchback/report.html").toString();
        return lint;
    }

    @Test
    void whatHoldsIsLogged() throws Exception {
        write("src/main/resources/db/migration/V1__person.sql", "CREATE TABLE person (id int PRIMARY KEY);");

        ClassLoader before = Thread.currentThread().getContextClassLoader();
        lint().execute();

        assertThat(log)
                .contains("info 0 migrations: 0 ok, 0 failed, 0 skipped")
                .allMatch(line -> line.startsWith("info "));
        assertThat(folder.resolve("target/switchback/report.json")).isRegularFile();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void findingsAreLoggedAsErrorsAndFailTheBuild() throws Exception {
        write("src/main/resources/db/migration/V1__person.sql", "CREATE TABLE person (id int PRIMARY KEY);");
        write("src/main/resources/db/migration/V1_0__again.sql", "SELECT 1;");
        LintMojo lint = lint();

        assertThatThrownBy(lint::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The lint has findings: see them above, and " + lint.report + ".");
        assertThat(log).isNotEmpty().allMatch(line -> line.startsWith("error "));
    }

    @Test
    void aMistakeIsToldByTheNameOfTheParameter() {
        LintMojo lint = lint();

        assertThatThrownBy(lint::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("No migrations are named, and there is none of the folders ")
                .hasMessageEndingWith("Say where they are: <locations> filesystem:FOLDER");
        lint.locations = List.of("db");
        assertThatThrownBy(lint::execute).hasMessage("There is no folder db of migrations here, in " + folder + ".");
        lint.format = "html";
        assertThatThrownBy(lint::execute)
                .hasMessageStartingWith("Invalid value for option '<format>'")
                .hasMessageEndingWith("Its parameters are told by: mvn switchback:help -Ddetail -Dgoal=lint");
    }

    @Test
    void aParentHasNoMigrations() throws Exception {
        project.getModel().setPackaging("pom");

        lint().execute();

        assertThat(log).containsExactly("info There are no migrations here.");
    }

    @Test
    void aGoalCanBeLeftOut() throws Exception {
        LintMojo lint = lint();
        lint.skip = true;

        lint.execute();

        assertThat(log).containsExactly("info Switchback is skipped.");
    }

    @Test
    void locationsOnTheClassPathAreThoseOfTheModule() throws Exception {
        write("target/classes/db/migration/V1__person.sql", "CREATE TABLE person (id int PRIMARY KEY);");
        LintMojo lint = lint();
        lint.locations = List.of("classpath:db/migration");

        write("target/classes/db/migration/V1_0__again.sql", "SELECT 1;");

        assertThatThrownBy(lint::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log).anyMatch(line -> line.contains("V1_0__again.sql"));
    }

    @Test
    void locationsOnTheClassPathThatWereNotBuiltAreExplained() {
        assertThatThrownBy(() -> lint().tell(2, "", "No migrations found in classpath:db."))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "No migrations found in classpath:db.\n"
                                + "The module's classes were not built, so that nothing of it is on the class path: run a phase before the goal, as in mvn process-classes switchback:lint");
    }

    @Test
    void settingsOfTheLintAndTheFilesThatTheyNameAreThoseOfTheModule() throws Exception {
        write("src/main/resources/db/migration/V1__person.sql", "CREATE TABLE person (id int PRIMARY KEY);");
        write("switchback-lint.yaml", "frozen: lint.frozen\n");
        Files.createDirectories(folder.resolve("src/test/resources/lint.frozen"));

        assertThatThrownBy(lint()::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        folder.resolve("src/test/resources/lint.frozen").toString());
    }
}

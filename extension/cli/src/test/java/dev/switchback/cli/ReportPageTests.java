package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the page is, and what two calls say in it. */
@ExtendWith(Calls.Extension.class)
class ReportPageTests {

    private final Path folder;

    ReportPageTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private Environment environment(Map<String, String> variables) {
        return new Environment(folder, variables, Optional.empty(), remark -> {}, CallProgress.untold());
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml, target/switchback/report.html",
        "build.gradle, build/switchback/report.html",
        "build.gradle.kts, build/switchback/report.html"
    })
    void itIsWhereTheBuildPutsSuchFiles(String build, String page) throws IOException {
        assertThat(ReportPage.of(null, environment(Map.of()))).isEmpty();
        Files.createFile(folder.resolve(build));

        assertThat(ReportPage.of(null, environment(Map.of()))).contains(folder.resolve(page));
    }

    @Test
    void anOptionMovesItOrSwitchesItOffAndThenAVariableDoes() throws IOException {
        Files.createFile(folder.resolve("pom.xml"));
        Environment elsewhere = environment(Map.of("SWITCHBACK_REPORT", "out/a.html"));

        assertThat(ReportPage.of(null, elsewhere)).contains(folder.resolve("out/a.html"));
        assertThat(ReportPage.of("b.html", elsewhere)).contains(folder.resolve("b.html"));
        assertThat(ReportPage.of("off", elsewhere)).isEmpty();
        assertThat(ReportPage.of(null, environment(Map.of("SWITCHBACK_REPORT", "off"))))
                .isEmpty();
    }

    @Test
    void anotherNameIsRefused() {
        assertThatThrownBy(() -> ReportPage.of("report.pdf", environment(Map.of())))
                .isInstanceOf(CommandException.class)
                .hasMessage("The report is a file such as migrations.html, or off, and not report.pdf.");
    }

    @ParameterizedTest
    @CsvSource({"lint, roundtrip", "roundtrip, lint"})
    void aLaterCallKeepsWhatAnEarlierOneSaid(String first, String second, Calls calls) throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("db"));
        Files.writeString(migrations.resolve("V1__person.sql"), "CREATE TABLE person (id int PRIMARY KEY, name text);");
        Files.writeString(migrations.resolve("U1__person.sql"), "DROP TABLE person;");
        Files.writeString(migrations.resolve("V2__index.sql"), "CREATE INDEX person_name ON person (name);");
        Files.writeString(migrations.resolve("U2__index.sql"), "SELECT 1;");
        Path page = folder.resolve("report.html");

        calls.call(first, "-l", migrations.toString(), "--report", page.toString());
        Call call = calls.call(second, "-l", migrations.toString(), "--report", page.toString());

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(page)
                .content()
                .contains("Judged by lint at", "Judged by round trip at", "index-not-concurrent", "undo-no-op")
                .contains("<h4>Locks</h4>", "SHARE, line 1");
    }
}

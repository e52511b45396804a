package dev.switchback.lint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.lint.FileNaming;
import dev.switchback.lint.FileSettings;
import dev.switchback.lint.HistorySettings;
import dev.switchback.lint.LintException;
import dev.switchback.lint.LintScope;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.RepeatableOnly;
import dev.switchback.migration.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings file, and what it says where it is wrong. */
class SettingsFileTests {

    @TempDir
    private Path folder = Path.of("");

    private LintSettings read(String text) {
        return LintSettings.read(write(folder, text));
    }

    private static Path write(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve(SettingsFile.NAME), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everySettingIsRead() {
        assertThat(
                        read(
                                """
                        # all of them
                        $schema: ./switchback-lint.schema.json
                        rules:
                          undo-missing: on
                          migration-deleted: off
                          credential: notice
                          version-gap: fail
                        since: merge-base
                        frozen: lint.frozen
                        files:
                          naming: ticket-sequence
                          header: [purpose, risk]
                          environment-names: [shop_prod, "*.internal"]
                          repeatable-only: [extensions, roles]
                          actions: [stage]
                        history:
                          main: origin/develop
                          released: released.csv
                        """))
                .isEqualTo(LintSettings.defaults()
                        .with("undo-missing")
                        .without("migration-deleted")
                        .withSeverity("credential", Severity.NOTICE)
                        .withSeverity("version-gap", Severity.FAIL)
                        .withScope(LintScope.sinceMergeBase())
                        .frozenIn("lint.frozen")
                        .withFiles(FileSettings.defaults()
                                .withNaming(FileNaming.sequenceWithTicket())
                                .withHeader("purpose", "risk")
                                .withEnvironmentNames("shop_prod", "*.internal")
                                .withRepeatableOnly(RepeatableOnly.EXTENSIONS, RepeatableOnly.ROLES)
                                .withActions("stage"))
                        .withHistory(HistorySettings.defaults()
                                .withMainBranch("origin/develop")
                                .withReleased("released.csv")));
    }

    @Test
    void shortFormsAreRead() {
        assertThat(read("files: {naming: 'V\\d{4}__[a-z_]+', header: true}\nsince: 42\n"))
                .isEqualTo(LintSettings.defaults()
                        .withScope(LintScope.since("42"))
                        .withFiles(FileSettings.defaults()
                                .withNaming(FileNaming.pattern("V\\d{4}__[a-z_]+"))
                                .withHeader()));
        assertThat(read("# nothing yet\n")).isEqualTo(LintSettings.defaults());
        assertThat(read("since: all\nrules:\n  credential: on\n").scope()).isEqualTo(LintScope.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'sinse: all'                       | 1:1: there is no setting sinse. Did you mean since?
                    'files: {nameing: sequence}'       | 1:9: there is no setting nameing under 'files'. Did you mean naming?
                    'naming: sequence'                 | 1:1: naming does not stand here. It stands under 'files'.
                    'history: {since: all}'            | 1:11: since does not stand here. It stands at the left, in no section.
                    'colour: red'                      | 1:1: there is no setting colour. There are files, frozen, history, rules, since, tables.
                    'rules: {credentials: off}'        | 1:9: There is no lint rule credentials. Did you mean credential?
                    'rules: {credential: of}'          | 1:21: credential is 'of', which means nothing. Did you mean off or on?
                    'rules: [credential]'              | 1:8: rules has the ids of rules with on, off, fail, notice, but here is a list.
                    'since: yesterday'                 | 1:8: 'yesterday' is neither all, merge-base nor a version.
                    'since: [1]'                       | 1:8: since has one value, but here is a list.
                    'since:'                           | 1:7: since has one value, but here is nothing.
                    'files: {naming: sequenze}'        | 1:17: 'sequenze' is no form of names. Did you mean sequence? Another form is a regular expression.
                    'files: {repeatable-only: [role]}' | 1:26: 'role' is no kind of objects. Did you mean roles?
                    'files: {actions: add}'            | 1:18: actions has a list, such as [one, two], but here is 'add'.
                    'files: naming'                    | 1:8: files has names with values, but here is 'naming'.
                    '[files]'                          | 1:1: the file of settings has names with values, but here is a list.
                    """)
    void whatIsNotKnownIsRefusedWithItsPlaceAndTheNearest(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(LintException.class)
                .hasMessage(folder.resolve(SettingsFile.NAME) + ":" + message);
    }

    @Test
    void aPatternThatDoesNotCompileIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("files:\n  naming: 'V(\\d+'\n"))
                .hasMessageContaining(
                        "switchback-lint.yaml:2:11: The pattern of names 'V(\\d+' is none: Unclosed group");
    }

    @Test
    void whatIsNoYamlOrStandsTwiceIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("files: [\n"))
                .hasMessageContaining("switchback-lint.yaml:2:1: this is not YAML: ");
        assertThatThrownBy(() -> read("since: all\nsince: all\n"))
                .hasMessageContaining("switchback-lint.yaml:2:1: since is here for the second time.");
        assertThatThrownBy(() -> read("files: &a {}\nhistory: *a\n"))
                .hasMessageContaining("switchback-lint.yaml:2:10: settings have no aliases.");
        assertThatThrownBy(() -> read("since: all\n---\nsince: all\n"))
                .hasMessageContaining(":2:1: a second document begins here.");
    }

    @Test
    void aFileThatIsNotThereSaysSo() {
        assertThatThrownBy(() -> LintSettings.read(folder.resolve("none.yaml")))
                .hasMessage("There is no file %s with the settings of the lint. Write one, or name another."
                        .formatted(folder.resolve("none.yaml")));
    }

    @Test
    void theFileIsFoundAboveAModuleAndNotAboveItsRepository() throws IOException {
        Path module = Files.createDirectories(folder.resolve("project/module/src"));
        write(folder, "since: all");
        assertThat(SettingsFile.near(module)).contains(folder.resolve(SettingsFile.NAME));

        Files.createDirectories(folder.resolve("project/.git"));
        assertThat(SettingsFile.near(module)).isEmpty();

        Path own = write(folder.resolve("project"), "since: all");
        assertThat(SettingsFile.near(module)).contains(own);
    }
}

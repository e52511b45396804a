package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.files.MigrationNames;
import dev.switchback.lint.history.NewFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class MergeBaseVersionTests {

    private final MigrationFiles files;

    MergeBaseVersionTests(@TempDir Path folder) throws IOException {
        for (String name : List.of("V7__a.sql", "V8__b.sql", "V9__c.sql", "V10__d.sql", "R__views.sql")) {
            Files.writeString(folder.resolve(name), "SELECT 1;");
        }
        files = MigrationFiles.in(
                List.of(folder.toRealPath()), MigrationNames.of(Flyway.configure()), StandardCharsets.UTF_8, List.of());
    }

    private MigrationVersion before(String... added) {
        NewFiles newFiles = new NewFiles(
                "the merge base with main (1a2b3c4d)",
                files.files().stream()
                        .filter(file -> List.of(added).contains(file.name()))
                        .toList());
        return MergeBaseVersion.before(files, newFiles, () -> Stream.of("7", "8", "8.5", "9", "10")
                .map(MigrationVersion::fromVersion)
                .toList());
    }

    @Test
    void theVersionBeforeTheFirstNewOneIsTheOldSchema() {
        assertThat(before("V9__c.sql", "V10__d.sql")).hasToString("8.5");
        assertThat(before("V10__d.sql", "R__views.sql")).hasToString("9");
    }

    @Test
    void aTestIsSkippedWhereNoMigrationIsNew() {
        assertThatThrownBy(() -> before("R__views.sql"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage(
                        "@PreviousVersion(from = \"merge-base\"): no migration is new since the merge base with main (1a2b3c4d).");
    }

    @Test
    void aSchemaThatNoMigrationHasMadeIsRefused() {
        assertThatThrownBy(() -> before("V7__a.sql"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        "@PreviousVersion(from = \"merge-base\"): all migrations are new since the merge base with main (1a2b3c4d), so there is no older schema; name a version");
    }
}

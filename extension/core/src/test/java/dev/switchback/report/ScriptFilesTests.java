package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFilesTests {

    private static final List<String> LOCATIONS = List.of("classpath:db/migration");

    private final Path module;

    ScriptFilesTests(@TempDir Path repository) throws IOException {
        Files.createDirectory(repository.resolve(".git"));
        module = repository.resolve("shop");
        write("src/main/resources/db/migration/V1__a.sql", "SELECT 1;");
    }

    private void write(String name, String text) throws IOException {
        Path file = module.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aFileOfStatementsIsNamedFromTheRootOfTheRepository() throws IOException {
        write("src/test/resources/queries/v41/orders.sql", "SELECT 1;");
        write("queries/own.sql", "SELECT 1;");
        ScriptFiles files = ScriptFiles.in(module, LOCATIONS);

        assertThat(files.resource("queries/v41/orders.sql"))
                .isEqualTo("shop/src/test/resources/queries/v41/orders.sql");
        assertThat(files.resource("queries/own.sql")).isEqualTo("shop/queries/own.sql");
        assertThat(files.resource("queries/of-a-jar.sql")).isEqualTo("queries/of-a-jar.sql");
    }

    @Test
    void theChecksumIsThatOfNamesAndTexts() throws IOException {
        String before = ScriptFiles.in(module, LOCATIONS).checksum();
        assertThat(ScriptFiles.in(module, LOCATIONS)
                        .withUndo(List.of("filesystem:nowhere"))
                        .checksum())
                .isEqualTo(before);

        write("src/main/resources/db/migration/V1__a.sql", "SELECT 2;");
        String changed = ScriptFiles.in(module, LOCATIONS).checksum();
        write("src/main/resources/db/migration/U1__a.sql", "SELECT 2;");
        String more = ScriptFiles.in(module, LOCATIONS).checksum();

        assertThat(List.of(before, changed, more)).doesNotHaveDuplicates();
    }

    @Test
    void withoutFilesNothingIsKnown() {
        assertThat(ScriptFiles.in(module, List.of("classpath:elsewhere")).checksum())
                .isEmpty();
    }

    @Test
    void undoScriptsOfOtherFoldersAreShown() throws IOException {
        write("undo/U1__a.sql", "SELECT -1;");

        assertThat(ScriptFiles.in(module, LOCATIONS)
                        .withUndo(List.of("filesystem:undo"))
                        .undoOf("V1__a.sql"))
                .isEqualTo(new ReportedScript("shop/undo/U1__a.sql", "SELECT -1;"));
    }
}

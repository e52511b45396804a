package dev.switchback.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTests {

    private static final String NOT_ENCODABLE = "\ud800";

    private final Path path;
    private final DraftFolder folder;

    DraftFolderTests(@TempDir Path path) {
        this.path = path;
        this.folder = DraftFolder.create(path);
    }

    @Test
    void aDraftCanBeReadByWhomeverAnyFileCan() throws IOException {
        assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path any = Files.createFile(path.resolve("any.sql"));

        folder.write("U1__word.sql", "SELECT 1;");

        assertThat(Files.getPosixFilePermissions(path.resolve("U1__word.sql")))
                .isEqualTo(Files.getPosixFilePermissions(any));
    }

    @Test
    void settingsWithTheSameFolderAreTheSame() {
        RoundTripSettings settings = RoundTripSettings.defaults().withDraftUndo(path);

        assertThat(RoundTripSettings.defaults().withDraftUndo(path))
                .isEqualTo(settings)
                .hasSameHashCodeAs(settings);
        assertThat(RoundTripSettings.defaults().withDraftUndo(path.resolve("other")))
                .isNotEqualTo(settings);
    }

    @Test
    void aDraftThatCannotBeWrittenLeavesNoFile() {
        assertThat(folder.write("U1__word.sql", NOT_ENCODABLE))
                .startsWith("It could not be written to " + path.resolve("U1__word.sql") + ": ");
        assertThat(path).isEmptyDirectory();
    }
}

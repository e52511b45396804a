package dev.switchback.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SetUpFailureTests {

    private final Path folder;

    SetUpFailureTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void noSpace() {
        IOException full =
                catchThrowableOfType(IOException.class, () -> Files.write(Path.of("/dev/full"), new byte[] {1}));

        assertThat(SetUpFailure.of(folder, full))
                .isInstanceOf(ProvisionException.class)
                .hasCause(full)
                .extracting(failure -> String.valueOf(failure.getMessage()).replaceAll("\\d+ MB are", "2 MB are"))
                .isEqualTo(
                        """
                        There is no space for PostgreSQL in %s: 2 MB are free.

                        It needs about 300 MB, and what the tests write. Make room, or name another folder with switchback.embedded-postgres.folder."""
                                .formatted(folder));
    }

    @Test
    void noSpaceInTheWordsOfInitdb() {
        assertThat(SetUpFailure.isFull(
                        "FATAL:  could not write to file \"pg_wal/xlogtemp.1\": No space left on device"))
                .isTrue();
        assertThat(SetUpFailure.isFull("initdb: error: invalid locale name")).isFalse();
    }

    @Test
    void anythingElse() {
        assertThat(SetUpFailure.of(folder, new NotDirectoryException("binaries")))
                .hasMessage(
                        """
                        PostgreSQL could not be set up in %s: java.nio.file.NotDirectoryException: binaries

                        Check the permissions there, or name another folder with switchback.embedded-postgres.folder."""
                                .formatted(folder));
    }
}

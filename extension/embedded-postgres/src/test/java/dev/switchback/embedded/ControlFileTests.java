package dev.switchback.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlFileTests {

    private final Path data;

    ControlFileTests(@TempDir Path data) {
        this.data = data;
    }

    @ParameterizedTest
    @CsvSource({"starting, 0, false", "shut down, 1, true", "shutting down, 3, false", "in production, 6, false"})
    void onlyWhatIsShutDownIsWhole(String state, int number, boolean isWhole) throws IOException {
        Path file = Files.createDirectory(data.resolve("global")).resolve("pg_control");
        Files.write(
                file,
                ByteBuffer.allocate(512)
                        .order(ByteOrder.nativeOrder())
                        .putInt(16, number)
                        .array());

        assertThat(ControlFile.saysShutDown(data)).as(state).isEqualTo(isWhole);
    }
}

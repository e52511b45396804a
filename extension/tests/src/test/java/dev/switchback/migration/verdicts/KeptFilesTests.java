package dev.switchback.migration.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the files in which verdicts are kept, no verdict is another one. */
@ExtendWith(SharedServer.class)
class KeptFilesTests {

    private final Server server;
    private final Folder folder;
    private final Path kept;
    private final RoundTripSettings settings;

    KeptFilesTests(Server server, @TempDir Path scripts, @TempDir Path kept) {
        this.server = server;
        this.folder = new Folder(scripts)
                .step(1, "a", "CREATE TABLE a (id int PRIMARY KEY);", "DROP TABLE a;")
                .step(2, "b", "INSERT INTO a VALUES (1);", "DELETE FROM a;");
        this.kept = kept.resolve("not/made/yet");
        this.settings = RoundTripSettings.defaults().withCache(this.kept);
    }

    @BeforeEach
    void oneRun() {
        assertThat(run().known()).isEmpty();
    }

    private RoundTripResult run() {
        return Trip.of(server, folder.flyway(), settings).result();
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private void change(String prefix, UnaryOperator<byte[]> change) throws IOException {
        List<Path> files = files(prefix);
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Files.write(file, change.apply(Files.readAllBytes(file)));
        }
    }

    private static byte[] withOtherByte(byte[] bytes, int place) {
        byte[] other = bytes.clone();
        other[place] ^= 1;
        return other;
    }

    @Test
    void aDamagedFileIsMissing() throws IOException {
        change("steps-", bytes -> withOtherByte(bytes, bytes.length / 2));

        assertThat(run().known()).isEmpty();
        assertThat(run().known()).hasSize(2);
    }

    @Test
    void aFileThatIsHalfWrittenIsMissing() throws IOException {
        change("steps-", bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(run().known()).isEmpty();
        change("steps-", bytes -> new byte[0]);
        assertThat(run().known()).isEmpty();

        assertThat(run().known()).hasSize(2);
    }

    @Test
    void aForeignFileIsMissing() throws IOException {
        change("steps-", bytes -> "something else altogether, and long enough to be read as a file of ours"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(run().known()).isEmpty();
        change("steps-", bytes -> withOtherByte(bytes, 0));
        assertThat(run().known()).isEmpty();
    }

    @Test
    void aFileThatIsWholeButHoldsSomethingElseIsMissing() throws IOException {
        Path steps = files("steps-").get(0);
        new KeptFile(steps).write(new byte[] {127, 127, 127});

        assertThat(run().known()).isEmpty();
        assertThat(run().known()).hasSize(2);
    }

    @Test
    void aStateThatIsDamagedIsNotBegunFrom() throws IOException {
        folder.step(3, "c", "INSERT INTO a SELECT id + 1 FROM a;", "DELETE FROM a WHERE id = 2;");
        change("state-", bytes -> withOtherByte(bytes, bytes.length - 1));

        RoundTripResult again = run();

        assertThat(again.known()).hasSize(2);
        assertThat(new Trip(again).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
    }

    @Test
    void aStateThatCannotBeMadeIsNotBegunFrom() throws IOException {
        folder.step(3, "c", "INSERT INTO a SELECT id + 1 FROM a;", "DELETE FROM a WHERE id = 2;");
        Path file = files("state-").get(0);
        DatabaseState state = StateFile.read(new KeptFile(file).read().orElseThrow());
        new KeptFile(file)
                .write(StateFile.write(
                        new DatabaseState(List.of("CREATE nonsense"), state.rows(), List.of(), List.of())));
        assertThat(new Trip(run()).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");

        new KeptFile(file)
                .write(StateFile.write(
                        new DatabaseState(state.schema(), state.rows(), state.afterRows(), List.of("another fact"))));
        folder.file("U3__c.sql", "DELETE FROM a WHERE id > 1;");
        assertThat(new Trip(run()).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
    }

    @Test
    void aFolderThatIsNoneKeepsNothingAndSaysSo() throws IOException {
        for (Path file : files("")) {
            Files.delete(file);
        }
        Files.delete(kept);
        Files.writeString(kept, "a file");

        RoundTripResult again = run();

        assertThat(new Trip(again).verdicts()).containsExactly("V1 holds", "V2 holds");
        assertThat(again.judgedEveryTime())
                .anyMatch(line -> line.startsWith("the verdicts of this run cannot be kept: "));
        assertThat(run().known()).isEmpty();
    }

    @Test
    void runsAtTheSameTimeDoNotDisturbEachOther() {
        List<CompletableFuture<RoundTripResult>> runs = Stream.generate(() -> CompletableFuture.supplyAsync(this::run))
                .limit(3)
                .toList();

        runs.forEach(run -> assertThat(new Trip(run.join()).verdicts()).containsExactly("V1 holds", "V2 holds"));
        assertThat(run().known()).hasSize(2);
    }

    @Test
    void nothingUnfinishedIsLeft() throws IOException {
        assertThat(files("")).hasSize(2).allMatch(file -> file.toString().endsWith(".kept"));
    }

    @Test
    void oldFilesAndTooManyGo() throws IOException {
        for (int i = 0; i < 50; i++) {
            new KeptFile(kept.resolve("state-" + i + ".kept")).write(new byte[] {1});
        }
        new KeptFolder(kept).tidy();

        assertThat(files("")).hasSize(32);
    }
}

package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Migration;
import dev.switchback.migration.Results;
import dev.switchback.migration.StepTimes;
import dev.switchback.migration.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private final List<Migration> migrations = IntStream.rangeClosed(1, 285)
            .mapToObj(i -> new Migration("" + i, "split name", "V" + i + "__split_name.sql"))
            .toList();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(4711);

    private Progress progress(boolean isTerminal) {
        return new Progress(migrations, new PrintStream(printed, true, StandardCharsets.UTF_8), isTerminal, clock::get);
    }

    private void judge(Progress progress, int from, int to) {
        migrations
                .subList(from, to)
                .forEach(migration ->
                        progress.judged(Results.step(migration, new Verdict.Passed(List.of()), StepTimes.NONE)));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void elsewhereEachTickIsALine() {
        try (Progress progress = progress(false)) {
            clock.addAndGet(Duration.ofSeconds(10).toNanos());
            progress.tick();
            judge(progress, 0, 57);
            clock.addAndGet(Duration.ofSeconds(10).toNanos());
            progress.tick();
        }

        assertThat(printed())
                .isEqualTo(
                        """
                        Round trip: 285 migrations, none judged yet, 10 s
                        Round trip: 57 of 285 migrations, at V58 split name, 20 s, about 1 min 20 s left
                        """);
    }

    @Test
    void ofPartsThatAreJudgedOutOfOrderTheFirstMigrationThatIsNotJudgedIsNamed() {
        try (Progress progress = progress(false)) {
            judge(progress, 0, 40);
            judge(progress, 40 + 1, 58);
            clock.addAndGet(Duration.ofSeconds(20).toNanos());
            progress.tick();
        }

        assertThat(printed())
                .isEqualTo(
                        """
                        Round trip: 57 of 285 migrations, at V41 split name, 20 s, about 1 min 20 s left
                        """);
    }

    @Test
    void onATerminalTheLineIsRewrittenAndTakenAwayInTheEnd() {
        try (Progress progress = progress(true)) {
            judge(progress, 0, 95);
            clock.addAndGet(Duration.ofSeconds(3).toNanos());
            progress.tick();
        }

        assertThat(printed())
                .isEqualTo(
                        "\u001b[2KRound trip: 95 of 285 migrations, at V96 split name, 3 s, about 6 s left\r\u001b[2K");
    }

    @Test
    void onATerminalTheLineIsNeverBroken() {
        Migration wordy = new Migration("1", "x".repeat(100), "V1.sql");
        try (Progress progress = new Progress(
                List.of(migrations.get(0), wordy),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                true,
                clock::get)) {
            judge(progress, 0, 1);
            progress.tick();
        }

        assertThat(printed()).hasSize("\u001b[2K".length() + 79 + "\r".length() + "\u001b[2K".length());
    }

    @Test
    void nothingIsPrintedWhenAllAreJudgedOrItIsClosed() {
        Progress judged = progress(false);
        judge(judged, 0, 285);
        judged.tick();
        judged.close();
        Progress closed = progress(true);
        closed.close();
        closed.tick();

        assertThat(printed()).isEmpty();
    }
}

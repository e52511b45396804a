package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallProgressTests {

    private static final String ERASED = "\u001b[2K";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicLong clock = new AtomicLong(4711);

    private CallProgress progress(boolean isTerminal) {
        return new CallProgress("apply", new PrintWriter(err), isTerminal, clock::get);
    }

    @Test
    void theCommandAndItsTimeAreTold() {
        try (CallProgress progress = progress(false)) {
            clock.addAndGet(Duration.ofSeconds(30).toNanos());
            progress.tick();
        }

        assertThat(err.toString()).isEqualToNormalizingNewlines("switchback apply, 30 s\n");
    }

    @Test
    void anActionMayTellMore() {
        try (CallProgress progress = progress(false)) {
            String result = progress.telling(() -> Optional.of("Round trip: 3 of 4"), () -> {
                progress.tick();
                return "done";
            });
            progress.tick();

            assertThat(result).isEqualTo("done");
        }

        assertThat(err.toString()).isEqualToNormalizingNewlines("Round trip: 3 of 4\nswitchback apply, 0 s\n");
    }

    @Test
    void onATerminalTheLineGoesBeforeTheResultComes() {
        try (CallProgress progress = progress(true)) {
            PrintWriter result = progress.before(new PrintWriter(out));
            progress.tick();

            assertThat(err.toString()).isEqualTo(ERASED + "switchback apply, 0 s\r");
            result.println("Applied: V2.");
            result.println("Nothing is pending.");
        }

        assertThat(err.toString()).isEqualTo(ERASED + "switchback apply, 0 s\r" + ERASED);
        assertThat(out.toString()).isEqualToNormalizingNewlines("Applied: V2.\nNothing is pending.\n");
    }
}

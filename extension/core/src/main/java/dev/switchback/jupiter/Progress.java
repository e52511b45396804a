package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripProgress;
import dev.switchback.text.ProgressLine;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Progress of a round trip on the console. Thread-safe. */
final class Progress implements AutoCloseable {

    private final RoundTripProgress trip;
    private final ProgressLine line;

    /**
     * Begins with no migration judged; prints nothing before the first tick.
     *
     * @param migrations those that will be judged, in order
     * @param nanoTime the clock
     */
    Progress(List<Migration> migrations, PrintStream out, boolean isTerminal, LongSupplier nanoTime) {
        this.trip = new RoundTripProgress(migrations, nanoTime);
        this.line = new ProgressLine(
                trip::text,
                text -> {
                    out.print(text);
                    out.flush();
                },
                isTerminal);
    }

    /** The progress that the parameter asks for; an unknown value is refused. Prints by itself once it is started. */
    enum Wanted {
        AUTO,
        NONE;

        static Wanted by(Function<String, Optional<String>> parameters) {
            String wanted = parameters.apply(SwitchbackParameters.PROGRESS).orElse("auto");
            return switch (wanted) {
                case "auto" -> AUTO;
                case "none" -> NONE;
                default ->
                    throw ConfigurationErrors.value(SwitchbackParameters.PROGRESS, wanted, "must be one of auto, none");
            };
        }

        Progress start(List<Migration> migrations) {
            Progress progress = new Progress(migrations, System.out, ProgressLine.isTerminal(), System::nanoTime);
            if (this == AUTO) {
                progress.line.start();
            }
            return progress;
        }
    }

    void judged(MigrationStep step) {
        trip.judged(step);
    }

    void tick() {
        line.tick();
    }

    /** Prints nothing more, and takes the line from the terminal. */
    @Override
    public void close() {
        line.close();
    }
}

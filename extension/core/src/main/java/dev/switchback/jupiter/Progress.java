package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Progress of a round trip: on a terminal a line that rewrites itself, elsewhere a line now and then. Thread-safe. */
final class Progress implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(30);
    private static final String ERASE_LINE = "\u001b[2K";
    private static final int WIDTH = 79;

    private final int all;
    private final Set<Migration> notJudged;
    private final PrintStream out;
    private final boolean isTerminal;
    private final LongSupplier nanoTime;
    private final long began;
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    private boolean isShown;

    /**
     * Begins with no migration judged; prints nothing before the first tick.
     *
     * @param migrations those that will be judged, in order
     * @param nanoTime the clock
     */
    Progress(List<Migration> migrations, PrintStream out, boolean isTerminal, LongSupplier nanoTime) {
        this.all = migrations.size();
        this.notJudged = new LinkedHashSet<>(migrations);
        this.out = out;
        this.isTerminal = isTerminal;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
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
            boolean isTerminal = Progress.isTerminal(System.console());
            Progress progress = new Progress(migrations, System.out, isTerminal, System::nanoTime);
            if (this == AUTO) {
                long interval = (isTerminal ? ON_TERMINAL : ELSEWHERE).toMillis();
                var unused = progress.ticking.scheduleWithFixedDelay(
                        progress::tick, interval, interval, TimeUnit.MILLISECONDS);
            }
            return progress;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "switchback-progress");
        thread.setDaemon(true);
        return thread;
    }

    /** Since Java 22 there is a console where there is no terminal, and a method that tells. */
    private static boolean isTerminal(@Nullable Console console) {
        try {
            return console != null
                    && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    synchronized void judged(MigrationStep step) {
        notJudged.remove(step.migration());
    }

    /** Prints how far it is. On a terminal the cursor goes back, so that what others print begins at the left. */
    synchronized void tick() {
        if (notJudged.isEmpty()) {
            return;
        }
        if (isTerminal) {
            String line = text();
            out.print(ERASE_LINE + line.substring(0, Math.min(line.length(), WIDTH)) + "\r");
            isShown = true;
        } else {
            out.println(text());
        }
        out.flush();
    }

    /** A round trip that goes all the way has no verdict before its end, and one in parts judges in any order. */
    private String text() {
        int done = all - notJudged.size();
        Duration time = Duration.ofNanos(nanoTime.getAsLong() - began);
        if (done == 0) {
            return "Round trip: %d migrations, none judged yet, %s".formatted(all, inWords(time));
        }
        Duration left = time.multipliedBy(notJudged.size()).dividedBy(done);
        return "Round trip: %d of %d migrations, at %s, %s, about %s left"
                .formatted(done, all, notJudged.iterator().next().displayName(), inWords(time), inWords(left));
    }

    private static String inWords(Duration time) {
        return time.toMinutes() == 0
                ? time.toSeconds() + " s"
                : "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /** Prints nothing more, and takes the line from the terminal. */
    @Override
    public void close() {
        ticking.shutdownNow();
        synchronized (this) {
            if (isShown) {
                out.print(ERASE_LINE);
                out.flush();
                isShown = false;
            }
            notJudged.clear();
        }
    }
}

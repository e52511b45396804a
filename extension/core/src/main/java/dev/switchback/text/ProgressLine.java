package dev.switchback.text;

import dev.switchback.threads.DaemonThreads;
import java.io.Console;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A line of progress: on a terminal one that rewrites itself, elsewhere a line now and then. Thread-safe. */
public final class ProgressLine implements AutoCloseable {

    private static final Duration FIRST_ON_TERMINAL = Duration.ofSeconds(2);
    private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(30);
    private static final String ERASE_LINE = "\u001b[2K";
    private static final int WIDTH = 79;

    private final Supplier<Optional<String>> text;
    private final Consumer<String> out;
    private final boolean isTerminal;
    private final ScheduledExecutorService ticking =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("switchback-progress"));
    private boolean isShown;
    private boolean isClosed;

    /**
     * Prints nothing before the first tick.
     *
     * @param text how far it is; empty where there is nothing to say
     * @param out takes what is printed, line ends included, and flushes it
     */
    public ProgressLine(Supplier<Optional<String>> text, Consumer<String> out, boolean isTerminal) {
        this.text = text;
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Whether this JVM reads from and writes to a terminal. */
    public static boolean isTerminal() {
        return isTerminal(System.console());
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

    /** Prints by itself from now on: what is done within two seconds is not told. */
    public ProgressLine start() {
        Duration first = isTerminal ? FIRST_ON_TERMINAL : ELSEWHERE;
        Duration interval = isTerminal ? ON_TERMINAL : ELSEWHERE;
        var unused = ticking.scheduleWithFixedDelay(
                this::tick, first.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Prints how far it is. On a terminal the cursor goes back, so that what others print begins at the left. */
    public synchronized void tick() {
        if (isClosed) {
            return;
        }
        text.get().ifPresent(line -> {
            if (isTerminal) {
                out.accept(ERASE_LINE + line.substring(0, Math.min(line.length(), WIDTH)) + "\r");
                isShown = true;
            } else {
                out.accept(line + System.lineSeparator());
            }
        });
    }

    /** Takes the line from the terminal, until the next tick. */
    public synchronized void erase() {
        if (isShown) {
            out.accept(ERASE_LINE);
            isShown = false;
        }
    }

    /** Takes the line from the terminal, and prints nothing more. */
    @Override
    public synchronized void close() {
        ticking.shutdownNow();
        erase();
        isClosed = true;
    }

    /** A time as a reader wants it: {@code 47 s}, {@code 2 min 5 s}. */
    public static String inWords(Duration time) {
        return time.toMinutes() == 0
                ? time.toSeconds() + " s"
                : "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
    }
}

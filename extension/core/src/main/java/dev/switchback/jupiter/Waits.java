package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.text.ProgressLine;
import dev.switchback.threads.DaemonThreads;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All that the tests of a session wait for at the moment. One that takes longer than two seconds is told on the console: on a
 * terminal in a line that goes again, elsewhere in a line now and every thirty seconds. Thread-safe.
 */
final class Waits implements StoreResource {

    private static final Duration UNTOLD = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Set<Wait> running = ConcurrentHashMap.newKeySet();
    private final boolean isTerminal;
    private final LongSupplier nanoTime;
    private final ProgressLine line;
    private @Nullable ScheduledExecutorService ticking;

    /**
     * Tells nothing before the first tick.
     *
     * @param out takes what is printed, line ends included
     * @param nanoTime the clock
     */
    Waits(Consumer<String> out, boolean isTerminal, LongSupplier nanoTime) {
        this.isTerminal = isTerminal;
        this.nanoTime = nanoTime;
        this.line = new ProgressLine(() -> longest().map(this::text), out, isTerminal);
    }

    static Waits of(ExtensionContext context) {
        return StoreResource.in(StoreResource.ofSession(context), Waits.class, Waits.class, () -> {
            Waits waits = new Waits(Waits::print, ProgressLine.isTerminal(), System::nanoTime);
            if (!context.getConfigurationParameter(SwitchbackParameters.PROGRESS)
                    .equals(Optional.of("none"))) {
                waits.start();
            }
            return waits;
        });
    }

    private static void print(String text) {
        System.err.print(text);
        System.err.flush();
    }

    private void start() {
        ticking = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("switchback-waits"));
        var unused = ticking.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * A test or class begins to wait, until the caller {@linkplain #end ends} it.
     *
     * @param work done meanwhile, after the name of who does it, such as {@code migrates a database}
     */
    Wait begin(String work, Supplier<String> who) {
        Wait wait = new Wait(work, who, nanoTime.getAsLong());
        running.add(wait);
        return wait;
    }

    void end(Wait wait) {
        running.remove(wait);
    }

    /** Tells the one that takes longest, if it is time to. */
    void tick() {
        Optional<Wait> longest = longest();
        if (longest.isEmpty()) {
            line.erase();
        } else if (isTerminal || longest.get().isDue(nanoTime.getAsLong())) {
            line.tick();
        }
    }

    private Optional<Wait> longest() {
        long now = nanoTime.getAsLong();
        return running.stream()
                .filter(wait -> now - wait.since >= UNTOLD.toNanos())
                .max(Comparator.comparingLong(wait -> now - wait.since));
    }

    private String text(Wait wait) {
        return "Switchback %s, %s: %s"
                .formatted(
                        wait.work,
                        ProgressLine.inWords(Duration.ofNanos(nanoTime.getAsLong() - wait.since)),
                        wait.who.get());
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.shutdownNow();
        }
        line.close();
    }

    /** One that waits, equal to itself only. */
    static final class Wait {

        private final String work;
        private final Supplier<String> who;
        private final long since;
        private boolean isTold;
        private long toldAt;

        private Wait(String work, Supplier<String> who, long since) {
            this.work = work;
            this.who = who;
            this.since = since;
        }

        private boolean isDue(long now) {
            boolean isDue = !isTold || now - toldAt >= AGAIN.toNanos();
            if (isDue) {
                isTold = true;
                toldAt = now;
            }
            return isDue;
        }
    }
}

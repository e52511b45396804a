package dev.switchback.migration;

import dev.switchback.text.ProgressLine;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;

/** The progress of a round trip, in words. Thread-safe. */
@API(status = API.Status.INTERNAL)
public final class RoundTripProgress {

    private final int all;
    private final Set<Migration> notJudged;
    private final LongSupplier nanoTime;
    private final long began;

    /**
     * Begins with no migration judged.
     *
     * @param migrations those that will be judged, in order
     * @param nanoTime the clock
     */
    public RoundTripProgress(List<Migration> migrations, LongSupplier nanoTime) {
        this.all = migrations.size();
        this.notJudged = new LinkedHashSet<>(migrations);
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    public synchronized void judged(MigrationStep step) {
        notJudged.remove(step.migration());
    }

    /**
     * How far it is; empty when all are judged. A round trip that goes all the way has no verdict before its end, and one
     * in parts judges in any order.
     */
    public synchronized Optional<String> text() {
        if (notJudged.isEmpty()) {
            return Optional.empty();
        }
        int done = all - notJudged.size();
        Duration time = Duration.ofNanos(nanoTime.getAsLong() - began);
        if (done == 0) {
            return Optional.of(
                    "Round trip: %d migrations, none judged yet, %s".formatted(all, ProgressLine.inWords(time)));
        }
        Duration left = time.multipliedBy(notJudged.size()).dividedBy(done);
        return Optional.of("Round trip: %d of %d migrations, at %s, %s, about %s left"
                .formatted(
                        done,
                        all,
                        notJudged.iterator().next().displayName(),
                        ProgressLine.inWords(time),
                        ProgressLine.inWords(left)));
    }
}

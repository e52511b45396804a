package dev.switchback.migration;

import dev.switchback.migration.run.PhaseDirection;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;

/** Durations of the scripts of a step; zero for what did not run. */
public final class StepTimes {

    @API(status = API.Status.INTERNAL)
    public static final StepTimes NONE = new StepTimes(Map.of());

    private final Map<PhaseDirection, Duration> times;

    private StepTimes(Map<PhaseDirection, Duration> times) {
        this.times = times;
    }

    /** The migration's first run. */
    public Duration up() {
        return of(PhaseDirection.UP);
    }

    /** Its undo. */
    public Duration down() {
        return of(PhaseDirection.DOWN);
    }

    /** The migration's second run. */
    public Duration again() {
        return of(PhaseDirection.AGAIN);
    }

    @API(status = API.Status.INTERNAL)
    public StepTimes with(PhaseDirection direction, Duration time) {
        Map<PhaseDirection, Duration> changed = new EnumMap<>(PhaseDirection.class);
        changed.putAll(times);
        changed.put(direction, time);
        return new StepTimes(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepTimes that
                && up().equals(that.up())
                && down().equals(that.down())
                && again().equals(that.again());
    }

    @Override
    public int hashCode() {
        return Objects.hash(up(), down(), again());
    }

    @Override
    public String toString() {
        return "up " + up() + ", down " + down() + ", again " + again();
    }

    private Duration of(PhaseDirection direction) {
        return times.getOrDefault(direction, Duration.ZERO);
    }
}

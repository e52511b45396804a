package dev.switchback.migration;

import dev.switchback.migration.run.PhaseDirection;
import java.time.Duration;
import org.apiguardian.api.API;

/** How long the scripts of a step took; zero for what did not run. */
public record StepTimes(Duration up, Duration down, Duration again) {

    public static final StepTimes NONE = new StepTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    @API(status = API.Status.INTERNAL)
    public StepTimes with(PhaseDirection direction, Duration time) {
        return switch (direction) {
            case UP -> new StepTimes(time, down, again);
            case DOWN -> new StepTimes(up, time, again);
            case AGAIN -> new StepTimes(up, down, time);
        };
    }
}

package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import java.util.Optional;
import java.util.function.Function;

/** The databases that stay after the run. */
enum Keeping {
    NONE,
    FAILED;

    static Keeping by(Function<String, Optional<String>> parameters) {
        String wanted = parameters.apply(SwitchbackParameters.KEEP).orElse("none");
        return switch (wanted) {
            case "none" -> NONE;
            case "failed" -> FAILED;
            default ->
                throw ConfigurationErrors.value(SwitchbackParameters.KEEP, wanted, "must be one of none, failed");
        };
    }
}

package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.migration.log.FlywayLog;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The fate of Flyway's log where Switchback runs Flyway. */
enum FlywayLogging {
    KEEP,
    SHOW;

    /** The choice of the parameter; an unknown value is refused. */
    static FlywayLogging asked(Function<String, Optional<String>> parameters) {
        String wanted = parameters
                .apply(SwitchbackParameters.FLYWAY_LOG)
                .map(String::strip)
                .orElse("keep");
        return switch (wanted) {
            case "keep" -> KEEP;
            case "show" -> SHOW;
            default ->
                throw ConfigurationErrors.value(SwitchbackParameters.FLYWAY_LOG, wanted, "must be one of keep, show");
        };
    }

    void prepare(FluentConfiguration configuration) {
        if (this == SHOW) {
            FlywayLog.show(configuration);
        }
    }
}

package dev.switchback.lint.effect;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The configuration of a run that is looked at: one transaction for each script, and one message for each statement. */
@API(status = API.Status.INTERNAL)
public final class StatementByStatement {

    private StatementByStatement() {}

    /**
     * A copy of a configuration for such a run.
     *
     * @param own is called beside the configuration's own callbacks, in Flyway's order of their names
     */
    public static FluentConfiguration of(Configuration flyway, Callback own) {
        return Flyway.configure(flyway.getClassLoader())
                .configuration(flyway)
                .group(false)
                .batch(false)
                .callbacks(Stream.concat(Arrays.stream(flyway.getCallbacks()), Stream.of(own))
                        .toArray(Callback[]::new));
    }
}

package dev.switchback.migration;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** Migrates as the user's Flyway would and remembers where it fails. */
final class HeadRun implements Callback {

    private final Flyway flyway;
    private @Nullable MigrationInfo running;
    private @Nullable String failedStatement;
    private int executed;

    HeadRun(Configuration configuration, DataSource database, MigrationDialect dialect) {
        FluentConfiguration own = Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .dataSource(database)
                .callbacks(Stream.concat(Arrays.stream(configuration.getCallbacks()), Stream.of(this))
                        .toArray(Callback[]::new));
        dialect.prepare(own);
        this.flyway = own.load();
    }

    /** Migrates, and says what failed. */
    Optional<Finding> migrate() {
        try {
            executed = flyway.migrate().migrationsExecuted;
            return Optional.empty();
        } catch (FlywayException e) {
            MigrationInfo failed = running;
            if (failed == null) {
                throw new MigrationsException(String.valueOf(e.getMessage()), e);
            }
            String location = failed.getPhysicalLocation();
            ScriptError error = ScriptError.from(
                    location == null || location.isEmpty() ? failed.getScript() : ScriptPath.readable(location),
                    "",
                    failedStatement,
                    e);
            return Optional.of(StepFindings.migrationFails(failed.getScript(), error));
        }
    }

    /** How many migrations the last call ran. */
    int executed() {
        return executed;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            running = context.getMigrationInfo();
        } else if (context.getStatement() != null) {
            failedStatement = context.getStatement().getSql();
        }
    }

    @Override
    public String getCallbackName() {
        return "switchback";
    }
}

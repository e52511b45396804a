package dev.switchback.migration.run;

import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.ScriptLanguage;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.script.ScriptPath;
import dev.switchback.migration.script.ScriptScan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** Migrates as the user's Flyway would and remembers where it fails. */
@API(status = API.Status.INTERNAL)
public final class MigrateRun implements Callback {

    private static final Set<Event> NOTICED =
            EnumSet.of(Event.BEFORE_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR);

    private final QuietFlyway flyway;
    private final DataSource database;
    private final ScriptSessions sessions;
    private final ScriptLanguage language;
    private final Optional<Duration> timeLimit;
    private @Nullable ScriptClock clock;
    private @Nullable MigrationInfo running;
    private @Nullable String failedStatement;
    private Optional<MigrationInfo> failed = Optional.empty();
    private final List<MigrationInfo> applied = new ArrayList<>();

    /**
     * Prepares a run.
     *
     * @param timeLimit how long each script may run; empty for as long as it takes
     */
    public MigrateRun(
            Configuration configuration, DataSource database, MigrationDialect dialect, Optional<Duration> timeLimit) {
        FluentConfiguration own = Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .dataSource(database)
                .callbacks(Stream.concat(Arrays.stream(configuration.getCallbacks()), Stream.of(this))
                        .toArray(Callback[]::new));
        dialect.prepare(own);
        this.flyway = QuietFlyway.load(own);
        this.database = database;
        this.sessions = dialect.sessions();
        this.language = dialect.scripts();
        this.timeLimit = timeLimit;
    }

    /** Migrates, and says what failed. */
    public Optional<Finding> migrate() {
        try (ScriptClock watching = new ScriptClock(database, sessions, timeLimit)) {
            clock = watching;
            applied.clear();
            failed = Optional.empty();
            flyway.migrate();
            return Optional.empty();
        } catch (FlywayException e) {
            MigrationInfo atFault = failed(e);
            failed = Optional.of(atFault);
            return Optional.of(finding(atFault, e));
        }
    }

    /** The migration at fault: Flyway takes a script for wrong before it says that it begins, and after the one before is committed. */
    private MigrationInfo failed(FlywayException cause) {
        MigrationInfo begun = running;
        boolean isOver = begun == null || applied.contains(begun);
        if (begun != null && !isOver) {
            return begun;
        }
        if (begun == null) {
            ScriptScan.of(flyway.configuration(), List.of(), database);
        }
        MigrationInfo[] pending = flyway.info().pending();
        if (pending.length > 0 && (begun != null || ScriptErrorHints.isMixed(cause.getMessage()))) {
            return pending[0];
        }
        if (begun == null) {
            throw new MigrationsException(String.valueOf(cause.getMessage()), cause);
        }
        return begun;
    }

    private Finding finding(MigrationInfo failed, FlywayException cause) {
        String location = failed.getPhysicalLocation();
        ScriptError error = ScriptError.from(
                location == null || location.isEmpty() ? failed.getScript() : ScriptPath.readable(location),
                "",
                failedStatement,
                cause);
        ScriptErrorHints remarks =
                new ScriptErrorHints(database, language, flyway.configuration().getTable());
        return Objects.requireNonNull(clock)
                .overrun()
                .map(overrun -> TimeoutFindings.of(failed.getScript() + ": the migration", error, overrun))
                .orElseGet(() -> FailureFindings.migrationFails(failed.getScript(), error.with(remarks.on(error, ""))));
    }

    /** The migrations that the last call ran to their end, in that order. */
    public List<MigrationInfo> applied() {
        return List.copyOf(applied);
    }

    /** The migration at which the last call failed. */
    public Optional<MigrationInfo> failed() {
        return failed;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return NOTICED.contains(event);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        ScriptClock watching = Objects.requireNonNull(clock);
        if (event == Event.BEFORE_EACH_MIGRATE) {
            running = context.getMigrationInfo();
            watching.begin(context.getConnection(), javaClass(context.getMigrationInfo()));
        } else if (event == Event.AFTER_EACH_MIGRATE) {
            watching.check();
            watching.end();
            applied.add(context.getMigrationInfo());
        } else if (context.getStatement() != null) {
            failedStatement = context.getStatement().getSql();
        }
    }

    private static Optional<String> javaClass(MigrationInfo migration) {
        return Optional.of(migration)
                .filter(info -> info.getType() == CoreMigrationType.JDBC)
                .map(MigrationInfo::getScript);
    }

    @Override
    public String getCallbackName() {
        return "switchback";
    }
}

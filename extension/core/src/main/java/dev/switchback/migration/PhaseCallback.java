package dev.switchback.migration;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * Notices in Flyway's run where one phase ends and the next begins. A phase is over when the next one begins, because only
 * then it is committed.
 */
final class PhaseCallback implements Callback {

    private final Map<MigrationVersion, Phase> phases;
    private final PhaseRun.Listener listener;
    private final MigrationDialect dialect;
    private @Nullable Phase running;
    private @Nullable String failedStatement;
    private boolean ended;

    PhaseCallback(List<Phase> phases, PhaseRun.Listener listener, MigrationDialect dialect) {
        this.phases = phases.stream()
                .collect(Collectors.toMap(phase -> MigrationVersion.fromVersion(phase.version()), Function.identity()));
        this.listener = listener;
        this.dialect = dialect;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE
                || event == Event.AFTER_EACH_MIGRATE
                || event == Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            finish();
            Phase next =
                    Objects.requireNonNull(phases.get(context.getMigrationInfo().getVersion()));
            try {
                dialect.freshSession(context.getConnection(), context.getConfiguration());
            } catch (SQLException e) {
                throw new FlywayException(
                        "The session cannot be reset before " + next.script().name(), e);
            }
            running = next;
            listener.beginning(next);
        } else if (event == Event.AFTER_EACH_MIGRATE) {
            listener.ran(Objects.requireNonNull(running));
        } else if (context.getStatement() != null) {
            failedStatement = context.getStatement().getSql();
        }
    }

    /** Reports the phase that ran last. */
    void finish() {
        Phase over = running;
        running = null;
        if (over != null && !listener.completed(over)) {
            ended = true;
            throw new Ended();
        }
    }

    boolean ended() {
        return ended;
    }

    PhaseFailure failure(RuntimeException cause) {
        Phase failed = running;
        if (failed == null) {
            throw new MigrationsException(String.valueOf(cause.getMessage()), cause);
        }
        return new PhaseFailure(failed, ScriptError.from(failed.script(), failedStatement, cause), cause);
    }

    @Override
    public String getCallbackName() {
        return "switchback";
    }

    /** Ends a run from within; carries nothing. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Ended() {
            super("the run was ended", null, false, false);
        }
    }
}

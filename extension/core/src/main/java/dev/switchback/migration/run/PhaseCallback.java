package dev.switchback.migration.run;

import dev.switchback.migration.MigrationsException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * Notices in Flyway's run where one phase ends and the next begins. A phase is over when the next one begins, because only
 * then it is committed.
 */
final class PhaseCallback implements Callback {

    private static final Set<Event> NOTICED = EnumSet.of(
            Event.BEFORE_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR,
            Event.AFTER_EACH_MIGRATE_ERROR);

    private final List<Phase> phases;
    private final PhaseRun.Listener listener;
    private final ScriptSessions sessions;
    private final ScriptClock clock;
    private final boolean isAlone;
    private int begun;
    private @Nullable Phase running;
    private @Nullable String failedStatement;
    private boolean migrating;
    private boolean scriptIsOver;
    private ScriptSessions.Held held = ScriptSessions.Held.PERHAPS_SOMETHING;
    private boolean ended;

    /**
     * Begins before the first of the phases.
     *
     * @param isAlone whether no other callback runs beside this one
     */
    PhaseCallback(
            List<Phase> phases,
            PhaseRun.Listener listener,
            ScriptSessions sessions,
            ScriptClock clock,
            boolean isAlone) {
        this.phases = phases;
        this.listener = listener;
        this.sessions = sessions;
        this.clock = clock;
        this.isAlone = isAlone;
    }

    /**
     * Flyway asks at each event, and opens a connection for one of the whole run that is supported: its beginning is noticed
     * by the question alone, and its end only where callbacks of the user's would run before it is seen otherwise.
     */
    @Override
    public boolean supports(Event event, Context context) {
        migrating |= event == Event.BEFORE_MIGRATE;
        return NOTICED.contains(event)
                || (event == Event.AFTER_VERSIONED && !isAlone)
                || (event == Event.BEFORE_EACH_MIGRATE_STATEMENT && listener.wantsStatements());
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        switch (event) {
            case BEFORE_EACH_MIGRATE -> begin(context);
            case BEFORE_EACH_MIGRATE_STATEMENT ->
                listener.statement(
                        context.getConnection(), context.getStatement().getSql());
            case AFTER_EACH_MIGRATE -> {
                clock.end();
                clock.check();
                scriptIsOver = true;
                ran(Objects.requireNonNull(running), context);
            }
            case AFTER_VERSIONED -> complete();
            case AFTER_EACH_MIGRATE_ERROR -> clock.end();
            default -> {
                if (context.getStatement() != null) {
                    failedStatement = context.getStatement().getSql();
                }
            }
        }
    }

    private void begin(Context context) {
        if (!complete()) {
            throw new Ended();
        }
        Phase next = phases.get(begun++);
        try {
            sessions.refresh(context.getConnection(), context.getConfiguration(), held);
            held = ScriptSessions.Held.PERHAPS_SOMETHING;
        } catch (SQLException e) {
            throw new FlywayException(
                    "The session cannot be reset before " + next.script().name(), e);
        }
        running = next;
        scriptIsOver = false;
        failedStatement = null;
        listener.beginning(next);
        clock.begin(context.getConnection(), next.script().javaClass());
    }

    private void ran(Phase phase, Context context) {
        listener.ran(phase);
        if (isAlone && phase.script().javaClass().isEmpty()) {
            held = listener.watch(context.getConnection());
        }
    }

    /** Reports the phase that ran last, if there is one; returns whether the run goes on. */
    boolean complete() {
        Phase over = running;
        running = null;
        if (over != null && !listener.completed(over)) {
            ended = true;
        }
        return !ended;
    }

    /**
     * The failure behind an error of Flyway's: nothing if the run was ended from here, else the failure of the script that runs or
     * is being committed or, where Flyway refused a script before it began, of the next one.
     */
    Optional<PhaseFailure> failure(RuntimeException cause) {
        boolean refused = scriptIsOver && !ScriptError.isFromServer(cause);
        if (ended || (refused && !complete())) {
            return Optional.empty();
        }
        Phase failed = running;
        if (failed == null) {
            if (!migrating || begun == phases.size()) {
                throw new MigrationsException(String.valueOf(cause.getMessage()), cause);
            }
            failed = phases.get(begun);
        }
        ScriptError error = ScriptError.from(failed.script(), failedStatement, cause);
        return Optional.of(new PhaseFailure(failed, error, clock.overrun(), cause));
    }

    /** Flyway calls by name in alphabetical order, and a session must be fresh before the user's callbacks set it up. */
    @Override
    public String getCallbackName() {
        return "";
    }

    /** Ends a run from within; carries nothing. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Ended() {
            super("the run was ended", null, false, false);
        }
    }
}

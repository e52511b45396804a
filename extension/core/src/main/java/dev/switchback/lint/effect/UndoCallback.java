package dev.switchback.lint.effect;

import dev.switchback.lint.effect.UndoEffects.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Has the session looked at after each statement of an undo, and its transaction rolled back after the last. */
final class UndoCallback implements Callback {

    private static final Set<Event> NOTICED = EnumSet.of(
            Event.BEFORE_EACH_MIGRATE,
            Event.BEFORE_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE);

    private final SessionWatch watch;
    private final String script;
    private final List<StatementEffects> statements = new ArrayList<>();
    private StatementLines lines = new StatementLines("", "");
    private Outcome outcome = Outcome.FAILED;

    UndoCallback(SessionWatch watch, String script) {
        this.watch = watch;
        this.script = script;
    }

    /** Ends the run from within; carries nothing. */
    static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("the undo was taken back", null, false, false);
        }
    }

    Outcome outcome() {
        return outcome;
    }

    List<StatementEffects> statements() {
        return statements;
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
        try {
            switch (event) {
                case BEFORE_EACH_MIGRATE -> begin(context);
                case BEFORE_EACH_MIGRATE_STATEMENT ->
                    takeBackIf(watch.endsTransaction(context.getStatement().getSql()));
                case AFTER_EACH_MIGRATE_STATEMENT ->
                    ran(context, context.getStatement().getSql());
                default -> end(context);
            }
        } catch (SQLException e) {
            throw new FlywayException("The effects of an undo cannot be seen: " + e.getMessage(), e);
        }
    }

    private void begin(Context context) throws SQLException {
        takeBackIf(context.getConnection().getAutoCommit());
        lines = new StatementLines(script, context.getConfiguration().getPlaceholderPrefix());
        watch.begin(context.getConnection());
    }

    private void takeBackIf(boolean isOutsideTransaction) {
        if (isOutsideTransaction) {
            outcome = Outcome.OUTSIDE_TRANSACTION;
            throw new TakenBack();
        }
    }

    private void ran(Context context, String sql) throws SQLException {
        SessionWatch.Seen seen = watch.after(context.getConnection(), context.getStatement() == null ? "" : sql);
        statements.add(new StatementEffects(
                sql,
                lines.of(sql),
                seen.isInTransaction(),
                seen.endsTransaction(),
                seen.hasLockTimeout(),
                false,
                List.of(),
                Duration.ZERO,
                seen.onRows(),
                seen.lockedViews()));
    }

    private void end(Context context) throws SQLException {
        if (statements.isEmpty()) {
            ran(context, context.getMigrationInfo().getScript());
        }
        outcome = Outcome.SEEN;
        throw new TakenBack();
    }

    @Override
    public String getCallbackName() {
        return "switchback-lint";
    }
}

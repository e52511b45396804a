package dev.switchback.lint.effect;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.callback.Warning;

/** Notices in Flyway's run where statements begin and end, and has the session looked at. */
final class EffectCallback implements Callback {

    private static final Set<Event> NOTICED = EnumSet.of(
            Event.BEFORE_EACH_MIGRATE,
            Event.BEFORE_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE);

    private final SessionWatch watch;
    private final Listener listener;
    private final List<StatementEffects> statements = new ArrayList<>();
    private StatementLines lines = new StatementLines("", "");
    private Optional<SessionWatch.Seen> rehearsed = Optional.empty();
    private long began;

    EffectCallback(SessionWatch watch, Listener listener) {
        this.watch = watch;
        this.listener = listener;
    }

    /** The one who is told where migrations begin and end. */
    interface Listener {

        /** A migration begins; all before it are committed. Returns its text, empty for Java. */
        String begins(MigrationInfo migration);

        /** A migration has run; its transaction may still be open. */
        void ran(MigrationInfo migration, List<StatementEffects> statements);
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
                case BEFORE_EACH_MIGRATE_STATEMENT -> {
                    rehearsed = watch.rehearse(
                            context.getConnection(), context.getStatement().getSql());
                    began = System.nanoTime();
                }
                case AFTER_EACH_MIGRATE_STATEMENT ->
                    ran(context, context.getStatement().getSql());
                default -> end(context);
            }
        } catch (SQLException e) {
            throw new FlywayException("The effects of a migration cannot be seen: " + e.getMessage(), e);
        }
    }

    private void begin(Context context) throws SQLException {
        String text = listener.begins(context.getMigrationInfo());
        lines = new StatementLines(text, context.getConfiguration().getPlaceholderPrefix());
        statements.clear();
        rehearsed = Optional.empty();
        watch.begin(context.getConnection());
        began = System.nanoTime();
    }

    private void ran(Context context, String sql) throws SQLException {
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        SessionWatch.Seen after = watch.after(context.getConnection(), context.getStatement() == null ? "" : sql);
        SessionWatch.Seen seen = rehearsed.orElse(after);
        statements.add(new StatementEffects(
                sql,
                lines.of(sql),
                after.isInTransaction(),
                after.endsTransaction(),
                seen.hasLockTimeout(),
                rehearsed.isEmpty() && !after.isInTransaction(),
                context.getStatement() == null ? List.of() : warnings(context),
                time,
                seen.onRows(),
                seen.lockedViews()));
    }

    private static List<String> warnings(Context context) {
        List<Warning> warnings = context.getStatement().getWarnings();
        return warnings == null
                ? List.of()
                : warnings.stream()
                        .map(warning -> warning.getState() + " " + warning.getMessage())
                        .toList();
    }

    private void end(Context context) throws SQLException {
        MigrationInfo migration = context.getMigrationInfo();
        if (statements.isEmpty()) {
            ran(context, migration.getScript());
        }
        listener.ran(migration, statements);
    }

    @Override
    public String getCallbackName() {
        return "switchback-lint";
    }
}

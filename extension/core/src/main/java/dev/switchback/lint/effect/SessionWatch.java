package dev.switchback.lint.effect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Watches the session in which migrations run. Implemented once per product. Called by the thread that runs the migrations, one
 * method after the other.
 */
public interface SessionWatch {

    /**
     * A migration begins. Tables that are there now are old.
     *
     * @param session may be in a transaction
     */
    void begin(Connection session) throws SQLException;

    /**
     * A statement is about to run. If it runs outside a transaction, its locks will be gone when it is over, so it is run in a
     * transaction that is rolled back.
     *
     * @return what was seen; empty if it will run in a transaction, and be seen then, or cannot run in one
     */
    Optional<Seen> rehearse(Connection session, String sql) throws SQLException;

    /**
     * A statement has run.
     *
     * @param session in the state in which the statement left it, its transaction still open if it has one
     * @param sql as it ran; empty if that is not known, as of Java
     */
    Seen after(Connection session, String sql) throws SQLException;

    /** Whether a statement would end the transaction in which it runs, so that what ran before cannot be taken back any more. */
    boolean endsTransaction(String sql);

    /**
     * A watch for another session, in which the undo of the last migration runs, before the next one begins. To it, tables are old if
     * they were old to the migration, and of the columns of these it knows only those that are.
     */
    SessionWatch forUndo();

    /**
     * Effects that were seen of one statement; the components are those of {@link StatementEffects}.
     */
    record Seen(boolean isInTransaction, boolean endsTransaction, boolean hasLockTimeout, List<TableEffect> tables) {

        public Seen {
            tables = List.copyOf(tables);
        }

        /** The effects on what has rows. */
        List<TableEffect> onRows() {
            return tables.stream()
                    .filter(effect -> !effect.isOf(TableState.Kind.VIEW))
                    .toList();
        }

        /** The views that were there before the migration and that nobody else can read from this statement on. */
        Set<String> lockedViews() {
            return tables.stream()
                    .filter(effect -> effect.isOf(TableState.Kind.VIEW)
                            && !effect.isNew()
                            && effect.taken() == Blocked.READS_AND_WRITES)
                    .map(TableEffect::table)
                    .collect(Collectors.toSet());
        }
    }
}

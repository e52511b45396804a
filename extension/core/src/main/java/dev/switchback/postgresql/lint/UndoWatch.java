package dev.switchback.postgresql.lint;

import dev.switchback.lint.effect.SessionWatch;
import dev.switchback.lint.effect.TableState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * The watch of an undo.
 *
 * @param before the tables that were there before the migration that it undoes
 * @param watch what looks at the session
 */
record UndoWatch(Map<Long, TableState> before, PostgresSessionWatch watch) implements SessionWatch {

    UndoWatch(Map<Long, TableState> before) {
        this(before, new PostgresSessionWatch());
    }

    @Override
    public void begin(Connection session) throws SQLException {
        watch.begin(session, before);
    }

    @Override
    public Optional<Seen> rehearse(Connection session, String sql) throws SQLException {
        return watch.rehearse(session, sql);
    }

    @Override
    public Seen after(Connection session, String sql) throws SQLException {
        return watch.after(session, sql);
    }

    @Override
    public boolean endsTransaction(String sql) {
        return watch.endsTransaction(sql);
    }

    @Override
    public SessionWatch forUndo() {
        return new UndoWatch(before);
    }
}

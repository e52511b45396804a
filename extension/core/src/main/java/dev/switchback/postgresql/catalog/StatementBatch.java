package dev.switchback.postgresql.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements that are sent together, each with somebody who reads its rows. Belongs to one session. */
public final class StatementBatch {

    private final List<String> statements = new ArrayList<>();
    private final List<Rows> readers = new ArrayList<>();

    /** Reads the rows of a statement. */
    public interface Rows {

        /** Called with the answer of its own statement only. */
        void read(ResultSet rows) throws SQLException;
    }

    /** A statement, and who reads its rows. */
    public void add(String statement, Rows reader) {
        statements.add(statement);
        readers.add(reader);
    }

    /** A statement whose answer does not matter. */
    public void add(String statement) {
        add(statement, rows -> {});
    }

    /** Sends them in one round trip; nothing if there are none. */
    public void run(Connection connection) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(String.join("; ", statements));
            for (Rows reader : readers) {
                if (hasRows) {
                    reader.read(statement.getResultSet());
                }
                hasRows = statement.getMoreResults();
            }
        }
    }
}

package dev.switchback.postgresql;

import dev.switchback.migration.run.SequenceReturn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One statement that puts sequences back. */
record PostgresSequenceReturn(Connection connection, String sql) implements SequenceReturn {

    private static final String SEQUENCES =
            """
            SELECT format('SELECT %L::regclass AS sequence, last_value, is_called FROM %s', seqrelid::regclass, seqrelid::regclass)
              FROM pg_sequence JOIN pg_class ON pg_class.oid = seqrelid
             WHERE has_schema_privilege(relnamespace, 'USAGE') AND has_sequence_privilege(seqrelid, 'SELECT')
               AND has_sequence_privilege(seqrelid, 'UPDATE')
             ORDER BY seqrelid""";

    /** Of the sequences that the role may read and set. */
    static PostgresSequenceReturn of(Connection connection) throws SQLException {
        List<String> positions = texts(connection, SEQUENCES);
        List<String> back = positions.isEmpty()
                ? List.of()
                : texts(
                        connection,
                        "SELECT format('(setval(%L, %s, %L))', sequence, last_value, is_called) FROM ("
                                + String.join(" UNION ALL ", positions) + ") AS positions");
        return new PostgresSequenceReturn(connection, back.isEmpty() ? "" : "VALUES " + String.join(", ", back));
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void run() throws SQLException {
        if (!sql.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}

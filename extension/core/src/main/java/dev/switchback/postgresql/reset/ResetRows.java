package dev.switchback.postgresql.reset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.StringJoiner;

/** The rows of a table as the statement that puts them back, in the order in which they lie there. */
final class ResetRows {

    /** Beyond this a copy of the whole database is quicker. */
    private static final long MOST_ROWS = 10_000;

    private static final long MOST_BYTES = 8_000_000;

    private ResetRows() {}

    static ResetTable read(ResetRelations.Table table, long rows, Statement statement) throws SQLException {
        Optional<String> obstacle = obstacle(table, rows);
        return new ResetTable(
                table.id(),
                table.name(),
                table.isScanned(),
                obstacle.isEmpty() && rows > 0
                        ? Optional.of(ResetTable.Insert.of(table.id(), insert(table, statement)))
                        : Optional.empty(),
                obstacle);
    }

    private static Optional<String> obstacle(ResetRelations.Table table, long rows) {
        if (!table.kind().equals("r")) {
            return Optional.of(table.name() + " is no table whose rows can be written.");
        }
        if (table.firesAlways()) {
            return Optional.of("the rows of " + table.name()
                    + " have changed, and it has a trigger or rule that is enabled for replicas, too.");
        }
        if (rows > 0 && table.columns() == null) {
            return Optional.of(
                    "the rows of " + table.name() + " have changed, and it has no column that can be written.");
        }
        if (rows > MOST_ROWS || (rows > 0 && table.size() > MOST_BYTES)) {
            return Optional.of("the rows of %s have changed, and there are too many to keep them: %s rows, %s MB."
                    .formatted(table.name(), rows, table.size() / 1_000_000));
        }
        return Optional.empty();
    }

    private static String insert(ResetRelations.Table table, Statement statement) throws SQLException {
        StringJoiner tuples = new StringJoiner(",\n");
        try (ResultSet rows = statement.executeQuery(
                "SELECT '(' || %s || ')' FROM ONLY %s ORDER BY ctid".formatted(table.literals(), table.name()))) {
            while (rows.next()) {
                tuples.add(rows.getString(1));
            }
        }
        return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES\n%s"
                .formatted(table.name(), table.columns(), tuples);
    }
}

package dev.switchback.postgresql.reset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The answers to {@link ResetQueries#checks()}. */
final class ResetFindings {

    private final Map<Long, Long> analyzed = new HashMap<>();
    private final Map<Long, RowVersions> versions = new HashMap<>();
    private final Set<Long> moved = new HashSet<>();

    void add(ResultSet rows) throws SQLException {
        while (rows.next()) {
            long key = rows.getLong(2);
            switch (rows.getString(1)) {
                case "m" -> analyzed.put(key, rows.getLong(3));
                case "v" -> versions.put(key, new RowVersions(rows.getLong(3), rows.getLong(4)));
                default -> moved.add(key);
            }
        }
    }

    /** When each statement was last analyzed. */
    Map<Long, Long> analyzed() {
        return analyzed;
    }

    /** Of the tables and catalogs that have rows. */
    Map<Long, RowVersions> versions() {
        return versions;
    }

    /** The sequences whose positions have changed. */
    Set<Long> moved() {
        return moved;
    }
}

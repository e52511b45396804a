package dev.switchback.postgresql.reset;

import dev.switchback.postgresql.reset.LogFindings.File;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * To which relation a file belongs. A relation gets another file when it is truncated or rewritten, and then the catalog is
 * written.
 *
 * @param relations of tables and sequences; 0 for what is only written together with its table, such as an index
 */
record RelationFiles(Map<File, Long> relations) {

    /** A relation that is not logged, or not with the files of heaps, is told by a row without a file. */
    private static final String SQL =
            """
            SELECT CASE WHEN c.relkind IN ('r', 'm', 'S') THEN c.oid ELSE 0 END::int8,
                   CASE c.reltablespace WHEN 0 THEN d.dattablespace ELSE c.reltablespace END::int8,
                   CASE WHEN c.relpersistence = 'p' AND (a.amname = 'heap' OR c.relkind NOT IN ('r', 'm', 't'))
                        THEN c.relfilenode::int8 END
              FROM pg_class c
              JOIN pg_database d ON d.datname = current_database()
              LEFT JOIN pg_am a ON a.oid = c.relam
             WHERE c.oid >= 16384 AND c.relfilenode <> 0 AND c.relpersistence <> 't'""";

    /** Empty if a relation is not in the write-ahead log. */
    static Optional<RelationFiles> read(Connection connection) throws SQLException {
        Map<File, Long> relations = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            while (rows.next()) {
                long number = rows.getLong(3);
                if (rows.wasNull()) {
                    return Optional.empty();
                }
                relations.put(new File(rows.getLong(2), number), rows.getLong(1));
            }
        }
        return Optional.of(new RelationFiles(relations));
    }

    /** The tables and sequences that were written; empty if more than that may have been. */
    Optional<Set<Long>> written(LogFindings log) {
        if (log.isCut() || !relations.keySet().containsAll(log.files())) {
            return Optional.empty();
        }
        Set<Long> written = new HashSet<>();
        log.files().forEach(file -> written.add(relations.get(file)));
        written.remove(0L);
        return Optional.of(written);
    }
}

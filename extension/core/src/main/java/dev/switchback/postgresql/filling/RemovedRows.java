package dev.switchback.postgresql.filling;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows that are taken out again when all tables are filled.
 *
 * @param removed their places among the new rows of each table, by its name, the first being 1
 */
record RemovedRows(FillSession session, Map<String, Set<Integer>> removed) {

    /** Takes them out, the last first; one that the schema does not let go stays. */
    void remove(List<FilledTarget> tables) throws SQLException {
        for (FilledTarget table : tables) {
            for (int place : new TreeSet<>(removed.getOrDefault(table.name(), Set.of())).descendingSet()) {
                String delete = delete(table, place);
                if (isLetGo(delete)) {
                    session.run(delete);
                }
            }
        }
    }

    /** Also by constraints that wait for the end of the transaction. */
    private boolean isLetGo(String delete) throws SQLException {
        session.run("SAVEPOINT removing");
        try {
            session.run(delete + "; SET CONSTRAINTS ALL IMMEDIATE");
            return true;
        } catch (SQLException refused) {
            return false;
        } finally {
            session.run("ROLLBACK TO SAVEPOINT removing; RELEASE SAVEPOINT removing");
        }
    }

    private static String delete(FilledTarget table, int place) {
        return "DELETE FROM ONLY %1$s WHERE ctid = (SELECT ctid FROM ONLY %1$s WHERE %2$s ORDER BY ctid OFFSET %3$s LIMIT 1)"
                .formatted(table.sql(), FillSession.IS_NEW, place - 1);
    }
}

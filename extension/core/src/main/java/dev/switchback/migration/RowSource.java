package dev.switchback.migration;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Rows that a round trip brings into its databases. Implement it, mostly as a lambda.
 *
 * <p>It is called once for each database that the round trip makes, by several threads at once if the round trip has several
 * parts, and must bring the same rows each time. It owns what it opens.
 */
@FunctionalInterface
public interface RowSource {

    /** Inserts the rows and commits them. */
    void insert(DataSource database) throws SQLException;

    /**
     * The label of a row, such as {@code alice}; empty if it has no name. Asked only where a message speaks of the row,
     * after the rows were inserted at least once.
     *
     * @param table its qualified name
     * @param key the columns of its primary key with their values, as the server writes them
     */
    default Optional<String> label(String table, Map<String, String> key) {
        return Optional.empty();
    }
}

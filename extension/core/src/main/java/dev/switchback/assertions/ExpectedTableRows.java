package dev.switchback.assertions;

import dev.switchback.fixture.Seeded;
import java.util.List;
import javax.sql.DataSource;

/**
 * The rows of one table, as assertions see them.
 *
 * @param seeded what labels refer to
 * @param ignored columns that are not compared
 */
record ExpectedTableRows(DataSource database, String table, Seeded seeded, List<String> ignored) {

    @Override
    public String toString() {
        return "rows of " + table;
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.FillableTables;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The filling of databases that are copies of a few states: what the catalogs say of the tables is read once of each. */
final class CopyFilling {

    private final Map<Integer, FillableTables> known = new HashMap<>();

    /**
     * Brings rows into a copy, and commits them.
     *
     * @param count how many migrations it is behind
     */
    GeneratedRowsReport fill(int count, Database copy, FillPlan plan) {
        return GeneratedRows.fill(copy.dataSource(), (dialect, connection) -> fill(count, dialect, connection, plan));
    }

    /** Brings rows into a copy, in the transaction of a session. */
    GeneratedRowsReport fill(int count, FillDialect dialect, Connection session, FillPlan plan) throws SQLException {
        FillableTables tables = known.get(count);
        if (tables == null) {
            tables = dialect.tables(session, table -> true);
            known.put(count, tables);
        }
        return tables.fill(session, plan);
    }
}

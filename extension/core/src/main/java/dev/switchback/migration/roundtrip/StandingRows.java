package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.FilledTable;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.MigrationsException;
import dev.switchback.provision.Database;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The generated rows of a database that goes up step by step: tables that a step has changed get new ones of every kind beside those that stand. */
final class StandingRows implements AutoCloseable {

    private final Connection connection;
    private final FillDialect dialect;
    private final FillPlan plan;
    private final Map<String, FilledTable> tables = new LinkedHashMap<>();

    /** Begins with a database that has been filled. */
    StandingRows(Database database, FillDialect dialect, FillPlan plan, GeneratedRowsReport report) {
        this.dialect = dialect;
        this.plan = plan;
        report.tables().forEach(table -> tables.put(table.table(), table));
        try {
            this.connection = database.dataSource().getConnection();
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    /**
     * Brings more rows into some tables; returns whether each got all that it was to.
     *
     * @param round other rows come of another round
     */
    boolean add(Set<String> due, int round) {
        if (due.isEmpty()) {
            return true;
        }
        FillPlan more = new FillPlan(
                round, plan.rowsPerTable(), plan.kinds(), plan.hints(), table -> due.contains(table), Map.of());
        try {
            connection.setAutoCommit(false);
            GeneratedRowsReport report = dialect.fill(connection, more);
            connection.commit();
            report.tables().forEach(table -> tables.put(table.table(), table));
            return report.tables().size() == due.size()
                    && report.refused().isEmpty()
                    && report.shortened().isEmpty()
                    && report.tables().stream()
                            .allMatch(table -> table.emptyKeys().isEmpty());
        } catch (SQLException e) {
            throw new MigrationsException("No rows can be made up: " + e.getMessage(), e);
        }
    }

    /** The tables of a schema, as each was filled last. */
    GeneratedRowsReport report(Schema schema) {
        List<String> there = schema.objects(ObjectKind.TABLE).stream()
                .map(table -> table.name().qualified())
                .toList();
        return new GeneratedRowsReport(tables.values().stream()
                .filter(table -> there.contains(table.table()))
                .toList());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new MigrationsException("The connection cannot be closed: " + e.getMessage(), e);
        }
    }
}

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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The generated rows of a database that goes up step by step: tables that a step has changed get new ones of every kind beside those that stand. */
final class StandingRows implements AutoCloseable {

    private final Database database;
    private final FillDialect dialect;
    private final FillPlan plan;
    private final SnapshotReader snapshots;
    private final Map<String, FilledTable> tables = new LinkedHashMap<>();
    private @Nullable Connection connection;

    /** Begins with a database that has been filled, of which snapshots are taken. */
    StandingRows(
            Database database,
            FillDialect dialect,
            FillPlan plan,
            GeneratedRowsReport report,
            SnapshotReader snapshots) {
        this.database = database;
        this.dialect = dialect;
        this.plan = plan;
        this.snapshots = snapshots;
        report.tables().forEach(table -> tables.put(table.table(), table));
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
        FillPlan more = plan.withSeed(round).withTables(due::contains).withPreferred(Map.of());
        try {
            Connection filling = connection();
            GeneratedRowsReport report = snapshots.whileFilling(filling, () -> dialect.fill(filling, more));
            report.tables().forEach(table -> tables.put(table.table(), table));
            return report.tables().size() == due.size() && report.isComplete();
        } catch (SQLException e) {
            throw new MigrationsException("No rows can be made up: " + e.getMessage(), e);
        }
    }

    /** Most steps that are judged alone never need it. */
    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
        }
        return connection;
    }

    /** The tables of a schema, as each was filled last. */
    GeneratedRowsReport report(Schema schema) {
        Set<String> there = schema.objects(ObjectKind.TABLE).stream()
                .map(table -> table.name().qualified())
                .collect(Collectors.toSet());
        return new GeneratedRowsReport(tables.values().stream()
                .filter(table -> there.contains(table.table()))
                .toList());
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new MigrationsException("The connection cannot be closed: " + e.getMessage(), e);
        }
    }
}

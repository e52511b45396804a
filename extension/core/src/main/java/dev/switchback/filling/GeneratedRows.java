package dev.switchback.filling;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apiguardian.api.API;

/**
 * Rows made up for every table of a database, such as its own constraints admit, with no fixture written:
 *
 * <pre>{@code
 * GeneratedRowsReport report = GeneratedRows.into(dataSource);
 * GeneratedRowsReport rehearsal = GeneratedRows.defaults().withRowsPerTable(100_000).fill(dataSource);
 * }</pre>
 *
 * <p>Each table gets three rows by default: one in which every column that may be is null, one in which all are filled, and one
 * of edges, such as the longest text, the largest number and the leap day. Foreign keys refer to rows that are there. The rows
 * are the same in every run. Rows that are there already stay.
 *
 * <p>Immutable and thread-safe.
 */
public final class GeneratedRows {

    private final FillPlan plan;

    private GeneratedRows(FillPlan plan) {
        this.plan = plan;
    }

    /** Three rows in every table. */
    public static GeneratedRows defaults() {
        return new GeneratedRows(FillPlan.defaults());
    }

    /** Brings the rows of the {@linkplain #defaults() defaults} into a database; see {@link #fill}. */
    public static GeneratedRowsReport into(DataSource database) {
        return defaults().fill(database);
    }

    /**
     * The same with another number of rows for each table. Many are made on the server and are no burden to memory here.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public GeneratedRows withRowsPerTable(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A table gets one row or more, not " + rows + ".");
        }
        return new GeneratedRows(plan.withRowsPerTable(rows));
    }

    /** The same with other values, as another seed makes them. */
    public GeneratedRows withSeed(long seed) {
        return new GeneratedRows(plan.withSeed(seed));
    }

    /**
     * The same with conditions that the schema does not say but a trigger or a function enforces.
     *
     * @param conditions such as {@code orders.total >= 0}, which begin with a column, a table and a column, or a domain
     * @throws IllegalArgumentException if one does not
     */
    public GeneratedRows withHints(String... conditions) {
        List<RowHint> hints = new ArrayList<>(plan.hints());
        for (String condition : conditions) {
            hints.add(RowHint.of(condition, ""));
        }
        return new GeneratedRows(plan.withHints(hints));
    }

    /**
     * The same with the conditions of a file, one a line; lines that begin with {@code #} or {@code --} say nothing.
     *
     * @throws GeneratedRowsException if the file cannot be read, or a line is no condition
     */
    public GeneratedRows withHints(Path file) {
        List<RowHint> hints = new ArrayList<>(plan.hints());
        hints.addAll(RowHintFile.at(file));
        return new GeneratedRows(plan.withHints(hints));
    }

    /**
     * Brings the rows into a database and commits them. A table that takes none is named in the report, with the server's reason.
     *
     * @throws GeneratedRowsException if a hint speaks of nothing that is there, or if the database cannot be reached
     * @throws dev.switchback.product.ProductException if the product is not supported
     */
    public GeneratedRowsReport fill(DataSource database) {
        return fill(database, plan);
    }

    @API(status = API.Status.INTERNAL)
    public static GeneratedRowsReport fill(DataSource database, FillPlan plan) {
        return fill(database, (dialect, connection) -> dialect.fill(connection, plan));
    }

    /** Brings rows into a database, in a transaction that commits afterwards. */
    @API(status = API.Status.INTERNAL)
    public interface Filling {

        GeneratedRowsReport fill(FillDialect dialect, Connection connection) throws SQLException;
    }

    @API(status = API.Status.INTERNAL)
    public static GeneratedRowsReport fill(DataSource database, Filling filling) {
        try (Connection connection = database.getConnection()) {
            FillDialect dialect = FillDialect.ofProduct(connection.getMetaData().getDatabaseProductName());
            boolean committed = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                GeneratedRowsReport report = filling.fill(dialect, connection);
                connection.commit();
                return report;
            } finally {
                connection.rollback();
                connection.setAutoCommit(committed);
            }
        } catch (SQLException e) {
            throw new GeneratedRowsException("No rows can be made up: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "generated rows, " + plan.rowsPerTable() + " in each table" + hints();
    }

    private String hints() {
        return plan.hints().isEmpty() ? "" : ", hints " + plan.hints();
    }
}

package dev.switchback.lint.effect;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The statements that do the same with weaker or shorter locks, as one product has them. Each is a list of statements with
 * comments between them; an empty list says that there are none. Names are without quotes.
 */
public interface SaferWays {

    /** Builds an index while others write. */
    List<String> index(IndexState index, TableState table);

    /** Drops an index while others write. */
    List<String> dropIndex(IndexState index, TableState table);

    /**
     * Adds a constraint, checking the rows that are there while others write.
     *
     * @param replaced the constraint whose place it takes
     */
    List<String> constraint(ConstraintState constraint, TableState table, Optional<ConstraintState> replaced);

    /**
     * Steps behind those that add columns, which a statement adds as well.
     *
     * @return nothing if a column gets its values by itself, or if there are no steps
     */
    List<String> afterColumns(Collection<ColumnState> columns, TableState table, List<String> steps);

    /** Makes columns refuse nulls, having seen before that there are none. */
    List<String> notNull(List<String> columns, TableState table);

    /**
     * Gives a table a column of another type in place of one that it has.
     *
     * @param value the expression for its values; empty if the server makes them of the old ones by itself
     */
    List<String> anotherColumn(ColumnState column, String table, String value);

    /**
     * Whether no row is written anew where a column gets another type without an expression for its values. Answers true only
     * where that is known.
     */
    boolean keepsRows(String before, String after);

    /** Adds a column first, its default then, and fills the rows that are there a part at a time. */
    List<String> columnThenDefault(ColumnState column, TableState table);

    /** Fills a materialized view anew while others read. */
    List<String> refresh(TableState view);

    /** Builds an index anew while others write. */
    List<String> rebuildIndex(IndexState index, String table);

    /** Detaches a partition while others use the table. */
    List<String> detachPartition(String partition, String parent);

    /**
     * Makes a table a partition, its rows having been checked before while others write.
     *
     * @param partition as it is afterwards
     * @param isAttached whether it becomes one; otherwise others are made beside it, which are not to take its rows
     */
    List<String> partition(TableState partition, boolean isAttached);

    /** Adds columns that are to be filled in each row. */
    List<String> requiredColumns(List<ColumnState> columns, TableState table);

    /**
     * The statements that show in a transaction, which is rolled back, whether the server takes a step: the step itself or, where it runs
     * only outside one, what does the same there and what refuses what the server would refuse.
     */
    List<String> trial(String step);

    /** Has every session give up waiting for a lock after some seconds. */
    String lockTimeout();
}

package dev.switchback.schema.orphans;

import java.util.List;

/**
 * Columns whose values are those of columns elsewhere, though no foreign key may say so. Rows with a null in one of them
 * refer to nothing.
 *
 * @param table {@code orders} or {@code public.orders}, as the catalog has it
 * @param columns the columns that refer
 * @param parent what is referred to, named in the same way
 * @param parentColumns the columns that are referred to, in the order of the others
 */
public record DeclaredRelation(String table, List<String> columns, String parent, List<String> parentColumns) {

    public DeclaredRelation {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
        if (columns.isEmpty() || columns.size() != parentColumns.size()) {
            throw new IllegalArgumentException(
                    "A relation has as many columns on both sides, and at least one: %s%s, %s%s"
                            .formatted(table, columns, parent, parentColumns));
        }
    }

    /** Columns that refer to others; {@link From#to} says to which. */
    public static From from(String table, String... columns) {
        return new From(table, List.of(columns));
    }

    /**
     * One side of a relation.
     *
     * @param table {@code orders} or {@code public.orders}
     * @param columns the columns that refer
     */
    public record From(String table, List<String> columns) {

        public From {
            columns = List.copyOf(columns);
        }

        /**
         * The relation to these columns.
         *
         * @throws IllegalArgumentException if they are not as many
         */
        public DeclaredRelation to(String parent, String... parentColumns) {
            return new DeclaredRelation(table, columns, parent, List.of(parentColumns));
        }
    }
}

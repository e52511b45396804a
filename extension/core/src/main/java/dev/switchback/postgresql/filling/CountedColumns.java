package dev.switchback.postgresql.filling;

import dev.switchback.postgresql.SqlName;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns whose values the server counts: rows that were written with values of their own may stand where it counts next. */
final class CountedColumns {

    private final FillSession session;
    private final Set<String> advanced = new HashSet<>();

    CountedColumns(FillSession session) {
        this.session = session;
    }

    /** The next value that the server itself would give. */
    @Nullable
    String next(FilledTarget table, FilledColumn column) throws SQLException {
        return session.rows("SELECT nextval(" + sequence(table, column) + ")")
                .get(0)
                .get(0);
    }

    /** Counts on behind the rows that are there, where a key was refused because of them; returns whether it is worth another try. */
    boolean advance(FilledTarget table, ServerWords said) throws SQLException {
        if (!said.state().equals("23505")) {
            return false;
        }
        boolean isAdvanced = false;
        for (FilledColumn column : table.columns()) {
            boolean isInKey = column.isCounted()
                    && table.condition(said.constraint())
                            .filter(condition -> condition.columns().contains(column.name()))
                            .isPresent();
            if (isInKey && advanced.add(table.name() + "." + column.name())) {
                isAdvanced |= session.isTaken("SELECT setval(" + sequence(table, column) + ", max(" + column.sql()
                        + ")) FROM " + table.sql());
            }
        }
        return isAdvanced;
    }

    private static String sequence(FilledTarget table, FilledColumn column) {
        String expression = column.expression();
        return column.identity().isEmpty()
                ? expression.substring(
                        expression.indexOf('(') + 1, expression.indexOf(')', expression.lastIndexOf('\'')))
                : "pg_get_serial_sequence(" + SqlName.literal(table.sql()) + ", " + SqlName.literal(column.name())
                        + ")";
    }
}

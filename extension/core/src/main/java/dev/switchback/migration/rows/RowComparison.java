package dev.switchback.migration.rows;

import dev.switchback.migration.rows.RowLoss.Example;
import dev.switchback.migration.rows.RowLoss.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Compares the rows of one table at two moments, value by value. */
@API(status = API.Status.INTERNAL)
public final class RowComparison {

    private final TableRows before;
    private final TableRows after;
    private final RowDescriptions names;
    private final RowMatch match;
    private final List<String> columns;

    /**
     * Prepares a comparison.
     *
     * @param ignored columns that do not count
     */
    public RowComparison(TableRows before, TableRows after, Set<String> ignored, RowDescriptions names) {
        this.before = before;
        this.after = after;
        this.names = names;
        this.columns =
                before.names().stream().filter(Predicate.not(ignored::contains)).toList();
        this.match = RowMatch.of(
                before,
                after,
                columns.stream().filter(column -> after.indexOf(column) >= 0).toList());
    }

    /** The losses, in the order in which one asks: which rows, then which columns. */
    public List<RowLoss> losses() {
        List<RowLoss> losses = new ArrayList<>();
        if (!match.gone().isEmpty()) {
            losses.add(cameOrWent(Kind.GONE, match.gone(), before));
        }
        if (!match.added().isEmpty()) {
            losses.add(cameOrWent(Kind.ADDED, match.added(), after));
        }
        List<RowLoss> written = columns(column -> !column.isGenerated());
        losses.addAll(written.isEmpty() ? columns(TableRows.Column::isGenerated) : written);
        return losses;
    }

    /** The columns whose values are others, be it in rows that are the same or, where none are, anywhere. */
    public Set<String> differingColumns() {
        Predicate<String> differs = match.gone().isEmpty() && match.added().isEmpty()
                ? column -> !changed(column).isEmpty()
                : column -> after.indexOf(column) < 0
                        || !RowMatch.values(before, column).equals(RowMatch.values(after, column));
        return columns.stream().filter(differs).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether there are more or fewer rows. */
    public boolean differsInNumber() {
        return before.rows().size() != after.rows().size();
    }

    private RowLoss cameOrWent(Kind kind, List<List<@Nullable String>> rows, TableRows table) {
        return new RowLoss(
                names.table(),
                kind,
                "",
                rows.size(),
                before.rows().size(),
                RowLoss.some(
                        rows.size(),
                        i -> new Example(names.of(table, rows.get(i)), names.contents(table, rows.get(i), ""))));
    }

    private List<RowLoss> columns(Predicate<TableRows.Column> wanted) {
        return before.columns().stream()
                .filter(column -> columns.contains(column.name()))
                .filter(wanted)
                .flatMap(column -> loss(column.name(), changed(column.name())).stream())
                .toList();
    }

    private List<RowLoss> loss(String column, List<RowMatch.Two> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        boolean isEmptied = rows.stream().allMatch(row -> value(after, row.after(), column) == null);
        return List.of(new RowLoss(
                names.table(),
                isEmptied ? Kind.EMPTIED : Kind.CHANGED,
                column,
                rows.size(),
                before.rows().size(),
                RowLoss.some(rows.size(), i -> example(column, rows.get(i)))));
    }

    private Example example(String column, RowMatch.Two row) {
        String who = names.of(before, row.before());
        return new Example(
                who.isEmpty() ? names.contents(before, row.before(), column) : who,
                names.value(before, row.before(), column) + "   ->   "
                        + (after.indexOf(column) < 0 ? "no such column" : names.value(after, row.after(), column)));
    }

    private List<RowMatch.Two> changed(String column) {
        return match.pairs().stream()
                .filter(row -> !Objects.equals(value(before, row.before(), column), value(after, row.after(), column)))
                .toList();
    }

    private static @Nullable String value(TableRows table, List<@Nullable String> row, String column) {
        int index = table.indexOf(column);
        return index < 0 ? null : row.get(index);
    }
}

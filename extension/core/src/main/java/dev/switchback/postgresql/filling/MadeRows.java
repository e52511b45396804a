package dev.switchback.postgresql.filling;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowKind;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rows up from the table alone: what the server then refuses is another's concern. */
final class MadeRows {

    private final FillPlan plan;
    private final MadeValues values;
    private final ParentKeys parents;

    MadeRows(FillPlan plan, MadeValues values, ParentKeys parents) {
        this.plan = plan;
        this.values = values;
        this.parents = parents;
    }

    /** The row of this number; counting from 0. */
    FilledRow row(FilledTarget table, long number) throws SQLException {
        RowKind kind = plan.kinds().get((int) (number % plan.kinds().size()));
        FilledRow row = new FilledRow(kind, number);
        Map<String, Optional<String>> preferred = preferred(table, number);
        for (ParentLink link : table.parents()) {
            refer(table, row, link, twin(table, row, link.columns()), preferred);
        }
        for (FilledColumn column : table.columns()) {
            if (column.isWritten() && !isDecidedByKey(table, row, column)) {
                value(row, column, twin(table, row, List.of(column.name())), preferred);
            }
        }
        return row;
    }

    /** A column that takes no nulls has a value of its own where another one of each key is null, so that it refers to nothing. */
    private static boolean isDecidedByKey(FilledTarget table, FilledRow row, FilledColumn column) {
        List<ParentLink> links = table.parents().stream()
                .filter(link -> link.columns().contains(column.name()))
                .toList();
        boolean isOpen = !row.isSet(column.name())
                && !column.mayBeNull()
                && links.stream().allMatch(link -> link.columns().stream()
                        .anyMatch(name -> row.isSet(name) && row.value(name) == null));
        return !links.isEmpty() && !isOpen;
    }

    /** The number with which values of these columns are counted: a twin shares those that need not be unique, and those it is to. */
    private long twin(FilledTarget table, FilledRow row, List<String> columns) {
        boolean isShared = row.kind() == RowKind.TWIN
                && (plan.shared().getOrDefault(table.name(), Set.of()).containsAll(columns)
                        || table.conditions().stream()
                                .noneMatch(condition -> !condition.keys().isEmpty() && condition.touches(columns)));
        return isShared ? plan.kinds().indexOf(RowKind.FILLED) : row.number();
    }

    private Map<String, Optional<String>> preferred(FilledTarget table, long number) {
        List<Map<String, Optional<String>>> rows = plan.preferred().getOrDefault(table.name(), List.of());
        return rows.isEmpty() ? Map.of() : rows.get((int) (number % rows.size()));
    }

    private void value(FilledRow row, FilledColumn column, long number, Map<String, Optional<String>> preferred)
            throws SQLException {
        Optional<String> wish = preferred.get(column.name());
        if (wish != null && (wish.isPresent() || column.mayBeNull())) {
            row.set(column.name(), wish.orElse(null));
        } else if (row.kind() == RowKind.EMPTY && column.mayBeNull()) {
            row.set(column.name(), null);
        } else if (row.kind() != RowKind.EMPTY || column.expression().isEmpty() || !isConstant(column.expression())) {
            Optional<String> extreme =
                    switch (row.kind()) {
                        case EDGES -> values.edge(column, edge(row, column));
                        case OPPOSITES -> values.edge(column, (row.number() + column.number()) % 2);
                        case ZEROS -> values.zero(column);
                        default -> Optional.empty();
                    };
            Optional<String> value = extreme.isPresent() ? extreme : values.plain(column, number);
            value.ifPresentOrElse(text -> row.set(column.name(), text), () -> nothing(row, column));
        }
    }

    /** One row of edges has this edge in one column and that in another; two have one after the other. */
    private long edge(FilledRow row, FilledColumn column) {
        List<RowKind> kinds = plan.kinds();
        int first = kinds.indexOf(RowKind.EDGES);
        return first == kinds.lastIndexOf(RowKind.EDGES)
                ? (row.number() + column.number()) / 3
                : row.number() % kinds.size() == first ? 0 : 1;
    }

    /** A default by a clock or by chance would give another row each time. */
    private static boolean isConstant(String expression) {
        return !expression.contains("(") && !expression.contains("CURRENT") && !expression.contains("LOCALTIME");
    }

    private static void nothing(FilledRow row, FilledColumn column) {
        if (column.mayBeNull()) {
            row.set(column.name(), null);
        }
    }

    /** A key that is there, or null; columns that another key has decided stay as they are. */
    void refer(FilledTarget table, FilledRow row, ParentLink link, long number, Map<String, Optional<String>> preferred)
            throws SQLException {
        boolean mayBeNull =
                link.columns().stream().allMatch(name -> table.column(name).mayBeNull());
        boolean isWishedNull = link.columns().stream()
                .anyMatch(name -> preferred.getOrDefault(name, Optional.of("")).isEmpty());
        if (mayBeNull && ((row.kind() == RowKind.EMPTY && preferred.isEmpty()) || isWishedNull)) {
            link.columns().stream()
                    .filter(name -> !row.isSet(name) && !table.column(name).isGenerated())
                    .forEach(name -> row.set(name, null));
            return;
        }
        List<List<@Nullable String>> all = parents.of(link);
        List<List<@Nullable String>> keys =
                all.stream().filter(key -> fits(row, link, key)).toList();
        List<List<@Nullable String>> wished =
                keys.stream().filter(key -> isWished(link, key, preferred)).toList();
        List<List<@Nullable String>> chosen = wished.isEmpty() ? keys : wished;
        List<@Nullable String> key = chosen.isEmpty()
                ? Collections.nCopies(link.columns().size(), null)
                : chosen.get((int) (number % chosen.size()));
        for (int i = 0; i < link.columns().size(); i++) {
            String name = link.columns().get(i);
            FilledColumn column = table.column(name);
            if (!row.isSet(name) && !column.isGenerated() && (key.get(i) != null || column.mayBeNull())) {
                row.set(name, key.get(i));
            }
        }
    }

    private static boolean fits(FilledRow row, ParentLink link, List<@Nullable String> key) {
        for (int i = 0; i < key.size(); i++) {
            String name = link.columns().get(i);
            if (row.isSet(name) && !Objects.equals(row.value(name), key.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWished(
            ParentLink link, List<@Nullable String> key, Map<String, Optional<String>> preferred) {
        for (int i = 0; i < key.size(); i++) {
            Optional<String> wish = preferred.get(link.columns().get(i));
            if (wish == null || !wish.equals(Optional.ofNullable(key.get(i)))) {
                return false;
            }
        }
        return true;
    }
}

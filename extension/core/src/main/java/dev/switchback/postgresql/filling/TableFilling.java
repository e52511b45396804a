package dev.switchback.postgresql.filling;

import dev.switchback.filling.FilledTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills one table: all rows at once and, where the server refuses, one after the other. */
final class TableFilling {

    private static final int ATTEMPTS = 120;

    private final FillSession session;
    private final MadeRows made;
    private final MadeValues values;
    private final ParentKeys parents;
    private final ConditionSolver solver;
    private final CountedColumns counted;

    TableFilling(FillSession session, MadeRows made, MadeValues values, ParentKeys parents) {
        this.session = session;
        this.made = made;
        this.values = values;
        this.parents = parents;
        this.solver = new ConditionSolver(session, values, parents);
        this.counted = new CountedColumns(session);
    }

    /** Brings rows into a table; the first ones are of the first kinds. */
    FilledTable fill(FilledTarget table, int wanted, int first) throws SQLException {
        Optional<ParentLink> gap = gap(table);
        if (gap.isPresent()) {
            return FilledTable.withoutParent(table.name(), wanted, gap.get().name(), parents.name(gap.get()));
        }
        List<FilledRow> rows = new ArrayList<>();
        for (int i = first; i < first + wanted; i++) {
            rows.add(made.row(table, i));
        }
        FilledTable tried = isGuided(table) ? oneByOne(table, rows) : together(table, rows);
        FilledTable filled = tried.isFilled() ? tried : byOthers(table, tried);
        if (filled.isFilled()) {
            parents.forget(table);
        }
        return filled;
    }

    /** A table that takes no more may have rows that triggers of other tables have just brought into it. */
    private FilledTable byOthers(FilledTarget table, FilledTable tried) throws SQLException {
        String counts = "SELECT count(*), count(*) FILTER (WHERE " + FillSession.IS_NEW + ") FROM ONLY " + table.sql();
        if (!session.isTaken(counts)) {
            return tried;
        }
        List<@Nullable String> counted = session.rows(counts).get(0);
        long rows = Math.min(tried.wanted(), Long.parseLong(String.valueOf(counted.get(1))));
        boolean hasOlder = rows == 0 && !"0".equals(counted.get(0));
        return hasOlder
                ? FilledTable.withRowsAlready(tried.table(), tried.wanted(), tried.reason())
                : FilledTable.of(tried.table(), rows, tried.wanted(), rows == tried.wanted() ? "" : tried.reason());
    }

    /** A key that must refer to something, where there is nothing. */
    private Optional<ParentLink> gap(FilledTarget table) throws SQLException {
        for (ParentLink link : table.parents()) {
            if (!mayBeNull(table, link)
                    && !isOfItself(table, link)
                    && parents.of(link).isEmpty()) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /** Conditions that the server does not know, such as a hint, and so does not refuse. */
    private static boolean isGuided(FilledTarget table) {
        return table.conditions().stream()
                .anyMatch(condition -> condition.kind() == TableCondition.Kind.HINT
                        || condition.kind() == TableCondition.Kind.PARTITION);
    }

    private FilledTable together(FilledTarget table, List<FilledRow> rows) throws SQLException {
        if (rows.stream().anyMatch(row -> needsItself(table, row))) {
            return oneByOne(table, rows);
        }
        try {
            int count = insert(table, rows);
            if (count == rows.size()) {
                return FilledTable.of(table.name(), count, count, "");
            }
            return FilledTable.of(
                    table.name(),
                    count,
                    rows.size(),
                    "a trigger or a rule of the table takes rows away without an error");
        } catch (SQLException refused) {
            return oneByOne(table, rows);
        }
    }

    private FilledTable oneByOne(FilledTarget table, List<FilledRow> rows) throws SQLException {
        int count = 0;
        String reason = "";
        for (FilledRow row : rows) {
            Outcome outcome = insert(table, row);
            count += outcome.count();
            if (outcome.count() > 0) {
                parents.forget(table);
            } else if (reason.isEmpty()) {
                reason = outcome.reason();
                if (outcome.isFinal()) {
                    break;
                }
            }
        }
        return FilledTable.of(table.name(), count, rows.size(), reason);
    }

    /** Writes rows that can be read again; returns how many. */
    private int insert(FilledTarget table, List<FilledRow> rows) throws SQLException {
        String computed = table.columns().stream()
                .filter(FilledColumn::isVirtual)
                .map(column -> "count(" + column.sql() + ")")
                .collect(Collectors.joining(", "));
        String reading = computed.isEmpty()
                ? ""
                : "; SELECT " + computed + " FROM ONLY " + table.sql() + " WHERE " + FillSession.IS_NEW;
        return session.attempt(FilledRow.insert(table, rows) + reading);
    }

    /** How many rows came of one, and why none did. */
    private record Outcome(int count, String reason, boolean isFinal) {}

    private Outcome insert(FilledTarget table, FilledRow first) throws SQLException {
        RowMender mender = new RowMender(table, values, solver);
        FilledRow row = first.copy();
        Set<String> guided = new LinkedHashSet<>();
        table.conditions().stream()
                .filter(condition -> condition.kind() == TableCondition.Kind.HINT
                        || condition.kind() == TableCondition.Kind.PARTITION)
                .forEach(condition -> guided.addAll(condition.columns()));
        if (!guided.isEmpty() && !mender.solve(row, guided)) {
            return new Outcome(0, unmet(table), true);
        }
        referToItself(table, row);
        String reason = "";
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                int count = insert(table, List.of(row));
                return count > 0
                        ? new Outcome(count, "", false)
                        : new Outcome(0, "a trigger or a rule of the table takes the row away without an error", true);
            } catch (SQLException e) {
                ServerWords said = ServerWords.from(e);
                reason = reason.isEmpty() || said.state().startsWith("23")
                        ? said.sentence() + shown(table, said)
                        : reason;
                Optional<FilledRow> next = counted.advance(table, said) ? Optional.of(row) : mender.next(row, said);
                if (next.isEmpty()) {
                    return new Outcome(
                            0, reason, Set.of("57014", "54001", "42501").contains(said.state()));
                }
                row = next.get();
            }
        }
        return new Outcome(0, reason, false);
    }

    /** The condition that the server only names. */
    private static String shown(FilledTarget table, ServerWords said) {
        return table.condition(said.constraint())
                .filter(condition -> condition.kind() == TableCondition.Kind.CHECK)
                .map(condition -> ", " + condition.expression()
                        + (isScarce(table, condition) ? "; no other value is free that it takes" : ""))
                .orElse("");
    }

    private static boolean isScarce(FilledTarget table, TableCondition check) {
        return table.conditions().stream()
                .anyMatch(condition -> !condition.keys().isEmpty() && condition.touches(check.columns()));
    }

    private String unmet(FilledTarget table) {
        List<String> hints = table.conditions().stream()
                .filter(condition -> condition.kind() == TableCondition.Kind.HINT)
                .map(TableCondition::origin)
                .toList();
        return hints.isEmpty()
                ? "no value was found that its partition bounds take"
                : "no value was found that meets " + String.join(" and ", hints) + " and what the schema demands";
    }

    private static boolean needsItself(FilledTarget table, FilledRow row) {
        return table.parents().stream()
                .anyMatch(link -> isOfItself(table, link) && !mayBeNull(table, link) && refersToNothing(row, link));
    }

    private static boolean isOfItself(FilledTarget table, ParentLink link) {
        return link.parent() == table.id() || link.parent() == table.root();
    }

    private static boolean mayBeNull(FilledTarget table, ParentLink link) {
        return link.columns().stream().anyMatch(name -> table.column(name).mayBeNull());
    }

    private static boolean refersToNothing(FilledRow row, ParentLink link) {
        return link.columns().stream().anyMatch(name -> !row.isSet(name) || row.value(name) == null);
    }

    /** A row that must refer to a row of its own table, of which there is none, refers to itself. */
    private void referToItself(FilledTarget table, FilledRow row) throws SQLException {
        for (ParentLink link : table.parents()) {
            if (!isOfItself(table, link) || !refersToNothing(row, link) || mayBeNull(table, link)) {
                continue;
            }
            List<List<@Nullable String>> keys = parents.of(link);
            for (int i = 0; i < link.columns().size(); i++) {
                String own = link.parentColumns().get(i);
                String name = link.columns().get(i);
                if (!keys.isEmpty()) {
                    row.set(name, keys.get(0).get(i));
                } else if (!name.equals(own)) {
                    if (row.value(own) == null) {
                        FilledColumn key = table.column(own);
                        row.set(
                                own,
                                key.isCounted()
                                        ? counted.next(table, key)
                                        : values.plain(key, 0).orElse(null));
                    }
                    row.set(name, row.value(own));
                }
            }
        }
    }
}

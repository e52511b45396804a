package dev.switchback.postgresql.filling;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes one row as its refusals ask for. Belongs to one row. */
final class RowMender {

    private static final int MOST_GUESSES = 25;

    private final FilledTarget table;
    private final MadeValues values;
    private final ConditionSolver solver;
    private final Map<Set<String>, Set<List<@Nullable String>>> tried = new HashMap<>();
    private final Set<String> plain = new HashSet<>();
    private @Nullable List<FilledRow> guesses;

    RowMender(FilledTarget table, MadeValues values, ConditionSolver solver) {
        this.table = table;
        this.values = values;
        this.solver = solver;
    }

    /** The row as it is tried next; empty if there is nothing left to try. */
    Optional<FilledRow> next(FilledRow refused, ServerWords said) throws SQLException {
        FilledRow row = refused.copy();
        boolean isChanged =
                switch (said.state()) {
                    case "23502" -> give(row, said);
                    case "23514", "23505", "23P01" -> isOurs(said) ? meet(row, said) : false;
                    case "23503" -> referElsewhere(row, said);
                    case "57014", "42501", "54001" -> false;
                    default -> said.state().startsWith("22") && plainer(row);
                };
        if (isChanged) {
            return Optional.of(row);
        }
        boolean endsHere = Set.of("57014", "54001").contains(said.state());
        if (endsHere) {
            return Optional.empty();
        }
        if (said.state().equals("42501") && meetPolicies(row)) {
            return Optional.of(row);
        }
        return guess(refused);
    }

    /** Whether it is this table that refuses, and not another into which a trigger writes. */
    private boolean isOurs(ServerWords said) {
        return said.table().isEmpty()
                || table.shortName().equals(said.table())
                || !said.type().isEmpty();
    }

    private boolean give(FilledRow row, ServerWords said) throws SQLException {
        Optional<FilledColumn> named = said.column().isEmpty() ? Optional.empty() : table.find(said.column());
        if (named.isEmpty() || row.value(said.column()) != null || named.get().isGenerated()) {
            return false;
        }
        Optional<ParentLink> link = table.parents().stream()
                .filter(each -> each.columns().contains(said.column()))
                .findFirst();
        if (link.isPresent()) {
            return false;
        }
        Optional<String> value = values.plain(named.get(), row.number());
        value.ifPresent(text -> row.set(said.column(), text));
        return value.isPresent();
    }

    private boolean meet(FilledRow row, ServerWords said) throws SQLException {
        Set<String> columns = new LinkedHashSet<>();
        if (!said.constraint().isEmpty() && said.type().isEmpty()) {
            table.condition(said.constraint()).ifPresent(condition -> columns.addAll(condition.columns()));
        }
        if (!said.type().isEmpty()) {
            table.columns().stream()
                    .filter(column ->
                            column.type().shortName().replace("\"", "").equals(said.type()))
                    .forEach(column -> columns.add(column.name()));
        }
        if (columns.isEmpty()) {
            table.conditions().stream()
                    .filter(condition -> condition.kind() == TableCondition.Kind.PARTITION)
                    .forEach(condition -> columns.addAll(condition.columns()));
        }
        return solve(row, columns) || solve(row, wider(columns));
    }

    private boolean meetPolicies(FilledRow row) throws SQLException {
        Set<String> columns = new LinkedHashSet<>();
        table.conditions().stream()
                .filter(condition -> condition.kind() == TableCondition.Kind.POLICY)
                .forEach(condition -> columns.addAll(condition.columns()));
        return solve(row, columns);
    }

    boolean solve(FilledRow row, Set<String> columns) throws SQLException {
        Set<String> ours = new LinkedHashSet<>();
        columns.stream()
                .flatMap(name -> table.sources(name).stream())
                .filter(name -> table.column(name).isWritten() || row.isSet(name))
                .forEach(ours::add);
        return !ours.isEmpty()
                && solver.solve(table, row, ours, tried.computeIfAbsent(Set.copyOf(ours), absent -> new HashSet<>()));
    }

    /** Also the columns that share a condition with these. */
    private Set<String> wider(Set<String> columns) {
        Set<String> wider = new LinkedHashSet<>(columns);
        table.conditions().stream()
                .filter(condition -> condition.touches(columns))
                .forEach(condition -> wider.addAll(condition.columns()));
        return wider;
    }

    private boolean referElsewhere(FilledRow row, ServerWords said) {
        return table.parents().stream()
                        .filter(link -> link.name().equals(said.constraint()))
                        .flatMap(link -> link.columns().stream())
                        .flatMap(name -> table.sources(name).stream())
                        .filter(name -> table.column(name).mayBeNull() && row.value(name) != null)
                        .peek(name -> row.set(name, null))
                        .count()
                > 0;
    }

    /** Plain values in place of edges, all at once, and then null where it may be. */
    private boolean plainer(FilledRow row) throws SQLException {
        boolean isChanged = false;
        for (FilledColumn column : table.columns()) {
            boolean isKey =
                    table.parents().stream().anyMatch(link -> link.columns().contains(column.name()));
            if (row.value(column.name()) != null && !isKey && plain.add(column.name())) {
                Optional<String> value = values.plain(column, row.number());
                value.ifPresent(text -> row.set(column.name(), text));
                isChanged |= value.isPresent();
            }
        }
        return isChanged;
    }

    /** Repairs of a row that a trigger refuses: the literals of its text are tried in the columns that it names, one by one. */
    private Optional<FilledRow> guess(FilledRow refused) throws SQLException {
        if (guesses == null) {
            guesses = new ArrayList<>();
            FilledRow filled = refused.copy();
            if (plainer(filled)) {
                guesses.add(filled);
            }
            if (!table.triggerText().isEmpty()) {
                byTriggers(filled, guesses);
            }
        }
        return guesses.isEmpty() ? Optional.empty() : Optional.of(guesses.remove(0));
    }

    private void byTriggers(FilledRow row, List<FilledRow> all) throws SQLException {
        Candidates candidates = new Candidates(values, table.triggerText());
        List<List<FilledRow>> byColumn = new ArrayList<>();
        for (FilledColumn column : table.columns()) {
            if (column.isWritten() && SqlWords.mentions(table.triggerText(), column.name())) {
                boolean isKey =
                        table.parents().stream().anyMatch(link -> link.columns().contains(column.name()));
                List<@Nullable String> worth = new ArrayList<>(
                        isKey
                                ? List.of()
                                : candidates.guesses(column.type(), column.modifier(), column.name(), row.number()));
                if (column.mayBeNull()) {
                    worth.add(Math.min(4, worth.size()), null);
                }
                byColumn.add(worth.stream()
                        .limit(MOST_GUESSES)
                        .map(value -> with(row, column, value))
                        .toList());
            }
        }
        // taken in turns, so that no column waits until all values of another one have been refused
        for (int i = 0; i < MOST_GUESSES; i++) {
            for (List<FilledRow> ofColumn : byColumn) {
                if (i < ofColumn.size()) {
                    all.add(ofColumn.get(i));
                }
            }
        }
    }

    private static FilledRow with(FilledRow row, FilledColumn column, @Nullable String value) {
        FilledRow other = row.copy();
        other.set(column.name(), value);
        return other;
    }
}

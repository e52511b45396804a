package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.FilledTable;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.provision.Database;
import dev.switchback.schema.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out whether a migration fails over all rows or only over some. */
final class AdmittedRows {

    private final FailureOverRows up;
    private final FillPlan plan;
    private final Set<String> needed;

    private AdmittedRows(FailureOverRows up, FillPlan plan, List<String> needed, GeneratedRowsReport report) {
        this.up = up;
        this.plan = plan;
        Partitions partitions = Partitions.of(up.before());
        this.needed = needed.stream()
                .flatMap(table -> partitions.leaves(table).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.needed.retainAll(filledOf(report));
    }

    /**
     * Whether there are rows over which it does not fail: in all tables of which it speaks, or in the one alone whose rows make it
     * fail, since another statement may fail over the rows of another.
     *
     * @param table the one whose rows alone make it fail; empty if it takes rows in several
     * @param report tells which tables can have rows
     */
    static boolean areThere(FailureOverRows up, String table, GeneratedRowsReport report) throws PhaseFailure {
        return new AdmittedRows(up, up.plan(), up.suspects(), report).areThere()
                || (!table.isEmpty() && new AdmittedRows(up, up.alone(table), List.of(table), report).areThere());
    }

    /**
     * Whether there are rows over which it holds. Those are tried that the schema after it takes, as far as they fit the one
     * before, and those that its script speaks of.
     */
    private boolean areThere() throws PhaseFailure {
        FillPlan filledOnly = plan.withKinds(List.of(RowKind.FILLED));
        if (holdsOver(filledOnly)
                || holdsOver(plan.withKinds(List.of(RowKind.EMPTY)))
                || holdsOver(plan.withKinds(List.of(RowKind.EDGES)))
                || holdsOver(plan.withPreferred(afterwards()))) {
            return true;
        }
        for (String table : needed) {
            for (Map<String, List<Map<String, Optional<String>>>> said :
                    ScriptValues.of(up.pair().up().text(), table, up.before())) {
                if (holdsOver(filledOnly.withPreferred(said))) {
                    return true;
                }
            }
        }
        for (Map<String, List<Map<String, Optional<String>>>> usual :
                ScriptValues.forms(up.withParents(needed), up.before())) {
            if (holdsOver(filledOnly.withPreferred(usual))) {
                return true;
            }
        }
        return false;
    }

    /** That it holds says something only where the tables of which it speaks have the rows that they can have. */
    private boolean holdsOver(FillPlan tried) throws PhaseFailure {
        if (up.failsAlike(tried)) {
            return false;
        }
        FilledState rows = new FilledState(up.bare(), tried);
        try (Database copy = rows.copyAfter(up.index())) {
            Set<String> now = filledOf(rows.report());
            return !now.isEmpty() && now.containsAll(needed) && up.on(copy).isEmpty();
        }
    }

    private static Set<String> filledOf(GeneratedRowsReport report) {
        return report.tables().stream()
                .filter(FilledTable::isFilled)
                .map(FilledTable::table)
                .collect(Collectors.toSet());
    }

    private Map<String, List<Map<String, Optional<String>>>> afterwards() throws PhaseFailure {
        Optional<Database> after = up.trials().after();
        if (after.isEmpty()) {
            return Map.of();
        }
        try (Database copy = up.context().server().copy(after.get())) {
            GeneratedRows.fill(copy.dataSource(), up.plan());
            Set<String> tables = up.before().objects(ObjectKind.TABLE).stream()
                    .map(table -> table.name().qualified())
                    .collect(Collectors.toSet());
            Map<String, List<Map<String, Optional<String>>>> values = new HashMap<>();
            up.rows(copy, up.trials().schema(), tables).forEach((table, rows) -> values.put(table, texts(rows)));
            return values;
        }
    }

    private static List<Map<String, Optional<String>>> texts(TableRows rows) {
        List<Map<String, Optional<String>>> texts = new ArrayList<>();
        for (List<@Nullable String> row : rows.rows()) {
            Map<String, Optional<String>> values = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                values.put(rows.columns().get(i).name(), Optional.ofNullable(row.get(i)));
            }
            texts.add(values);
        }
        return texts;
    }
}

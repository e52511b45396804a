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
import dev.switchback.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
        Partitions partitions = up.partitions();
        this.needed = needed.stream()
                .flatMap(table -> partitions.leaves(table).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.needed.retainAll(filledOf(report));
    }

    /**
     * Whether there are rows over which it does not fail: in all tables of which it speaks, or in the one alone whose rows make it
     * fail, since another statement may fail over the rows of another.
     *
     * @param all the rows of all tables, also of those in which the failure at hand has none
     * @param table the one whose rows alone make it fail; empty if it takes rows in several
     * @param report tells which tables can have rows
     */
    static boolean areThere(FailureOverRows up, FillPlan all, String table, GeneratedRowsReport report)
            throws PhaseFailure {
        if (new AdmittedRows(up, up.plan(), up.suspects(), report).areThere()) {
            return true;
        }
        FailureOverRows overAll = up.with(all, up.failure());
        return !table.isEmpty()
                && new AdmittedRows(overAll, overAll.aloneOfBoth(table), List.of(table), report).areThere();
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
        for (Map<String, List<Map<String, Optional<String>>>> usual : ScriptValues.forms(
                up.parentsOfBoth().with(needed), up.pair().up().text(), up.before())) {
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
        FilledState rows = up.filled(tried);
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
            NamesBefore names = up.trials().names();
            GeneratedRows.fill(
                    copy.dataSource(),
                    up.plan().withTables(table -> up.plan().wanted().test(names.table(table))));
            Schema schema = up.trials().schema();
            Map<String, List<Map<String, Optional<String>>>> values = new HashMap<>();
            up.rows(copy, schema, tables(schema, names))
                    .forEach((table, rows) ->
                            values.put(names.table(table), texts(rows, column -> names.column(table, column))));
            return values;
        }
    }

    /** Those that were there before. */
    private Set<String> tables(Schema after, NamesBefore names) {
        Set<String> before = tables(up.before());
        return tables(after).stream()
                .filter(table -> before.contains(names.table(table)))
                .collect(Collectors.toSet());
    }

    private static Set<String> tables(Schema schema) {
        return schema.objects(ObjectKind.TABLE).stream()
                .map(table -> table.name().qualified())
                .collect(Collectors.toSet());
    }

    private static List<Map<String, Optional<String>>> texts(TableRows rows, UnaryOperator<String> nameBefore) {
        List<Map<String, Optional<String>>> texts = new ArrayList<>();
        for (List<@Nullable String> row : rows.rows()) {
            Map<String, Optional<String>> values = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                values.put(nameBefore.apply(rows.columns().get(i).name()), Optional.ofNullable(row.get(i)));
            }
            texts.add(values);
        }
        return texts;
    }
}

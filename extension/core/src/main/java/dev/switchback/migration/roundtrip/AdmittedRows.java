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

    private static final int MOST_ROWS = 1000;

    private final FailureOverRows up;
    private final Set<String> filled;

    /** Looks for rows over which it does not fail; the report tells which tables can have rows. */
    AdmittedRows(FailureOverRows up, GeneratedRowsReport report) {
        this.up = up;
        this.filled = filledOf(report);
    }

    /**
     * Whether there are rows over which a failing statement holds.
     *
     * @param next how the migration fails over those rows further on; empty if it does not
     */
    record Admission(boolean isAdmitted, Optional<PhaseFailure> next) {}

    /**
     * Looks for rows over which it holds. Those are tried that the schema after it takes, as far as they fit the one before,
     * and those that its script speaks of; then the same in the table alone that the server names, as another statement may
     * fail over the rows of another one.
     */
    Admission find() throws PhaseFailure {
        List<FillPlan> plans = plans();
        for (FillPlan each : plans) {
            if (holdsOverRows(each, up.suspects())) {
                return new Admission(true, Optional.empty());
            }
        }
        for (String table : up.refusing().stream().toList()) {
            for (FillPlan each : plans) {
                if (holdsOverRows(up.alone(each, table), List.of(table))) {
                    return new Admission(true, up.over(each).filter(this::isFurtherOn));
                }
            }
        }
        return new Admission(false, Optional.empty());
    }

    private boolean isFurtherOn(PhaseFailure other) {
        return other.error().line().orElse(0) >= up.failure().error().line().orElse(0)
                && !other.error().statement().equals(up.failure().error().statement());
    }

    private List<FillPlan> plans() throws PhaseFailure {
        FillPlan filledOnly = up.plan().withKinds(List.of(RowKind.FILLED));
        List<FillPlan> plans = new ArrayList<>(List.of(
                filledOnly, up.plan().withKinds(List.of(RowKind.EMPTY)), up.plan().withPreferred(afterwards())));
        for (String table : up.suspects()) {
            ScriptValues.of(up.pair().up().text(), table, up.before())
                    .forEach(said -> plans.add(filledOnly.withPreferred(said)));
        }
        return plans;
    }

    /** That it holds says something only where the tables of which it speaks have the rows that they can have. */
    private boolean holdsOverRows(FillPlan tried, List<String> tables) throws PhaseFailure {
        Set<String> needed = new LinkedHashSet<>(tables);
        needed.retainAll(filled);
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
        try (Database copy = up.bare().copyAfter(up.index())) {
            StepOverRows.up(up.context(), copy, up.pair());
            GeneratedRows.fill(copy.dataSource(), up.plan());
            try (SnapshotReader snapshots = up.context().snapshots(copy)) {
                Set<String> tables = up.before().objects(ObjectKind.TABLE).stream()
                        .map(table -> table.name().qualified())
                        .collect(Collectors.toSet());
                Map<String, List<Map<String, Optional<String>>>> values = new HashMap<>();
                snapshots.rowsOf(tables, MOST_ROWS).forEach((table, rows) -> values.put(table, texts(rows)));
                return values;
            }
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

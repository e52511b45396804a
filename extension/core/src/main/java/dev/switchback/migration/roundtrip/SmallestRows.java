package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.FilledTable;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.orphans.TableLink;
import dev.switchback.schema.orphans.TableLinks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out whether a migration fails over all rows or only over some, and over how few. */
final class SmallestRows {

    private static final int MOST_ROWS = 1000;
    private static final int MOST_TABLES = 4;

    private static final List<List<RowKind>> FEW = List.of(
            List.of(RowKind.FILLED),
            List.of(RowKind.EMPTY),
            List.of(RowKind.EDGES),
            List.of(RowKind.FILLED, RowKind.TWIN),
            List.of(RowKind.EMPTY, RowKind.EMPTY),
            List.of(RowKind.EMPTY, RowKind.FILLED),
            List.of(RowKind.FILLED, RowKind.EDGES));

    private final RoundTripContext context;
    private final StateCopies bare;
    private final int index;
    private final ScriptPair pair;
    private final FillPlan plan;
    private final FillDialect dialect;
    private final PhaseFailure failure;
    private final Schema before;

    SmallestRows(
            RoundTripContext context,
            StateCopies bare,
            int index,
            ScriptPair pair,
            FillPlan plan,
            FillDialect dialect,
            PhaseFailure failure,
            MigrationStep known) {
        this.context = context;
        this.bare = bare;
        this.index = index;
        this.pair = pair;
        this.plan = plan;
        this.dialect = dialect;
        this.failure = failure;
        this.before = known.before();
    }

    /**
     * The rows over which it fails.
     *
     * @param table the table whose rows make it fail; empty if it is not one alone
     * @param rows these rows
     * @param search the statement that finds such rows; empty if none is known
     * @param failure how it fails over them
     */
    record Found(String table, TableRows rows, String search, PhaseFailure failure) {}

    /**
     * Whether there are rows over which it holds. Those are tried that the schema after it takes, as far as they fit the one
     * before, and those that its script speaks of.
     */
    boolean areAdmitted() throws PhaseFailure {
        for (RowKind kind : List.of(RowKind.FILLED, RowKind.EMPTY)) {
            if (holdsOverRows(plan.withKinds(List.of(kind)))) {
                return true;
            }
        }
        if (holdsOverRows(plan.withPreferred(afterwards()))) {
            return true;
        }
        for (String table : suspects()) {
            for (Map<String, List<Map<String, Optional<String>>>> said :
                    ScriptValues.of(pair.up().text(), table, before)) {
                if (holdsOverRows(plan.withKinds(List.of(RowKind.FILLED)).withPreferred(said))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** That it holds says something only where the tables of which it speaks have rows. */
    private boolean holdsOverRows(FillPlan tried) throws PhaseFailure {
        List<String> suspects = suspects();
        FilledState filled = new FilledState(bare, tried);
        try (Database copy = filled.copyAfter(index)) {
            return filled.report().tables().stream()
                            .filter(table -> suspects.isEmpty() || table.table().equals(suspects.get(0)))
                            .anyMatch(FilledTable::isFilled)
                    && failureOn(copy).isEmpty();
        }
    }

    private Map<String, List<Map<String, Optional<String>>>> afterwards() throws PhaseFailure {
        try (Database copy = bare.copyAfter(index)) {
            StepOverRows.up(context, copy, pair);
            GeneratedRows.fill(copy.dataSource(), plan);
            try (SnapshotReader snapshots = context.snapshots(copy)) {
                Set<String> tables = before.objects(ObjectKind.TABLE).stream()
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

    private Optional<PhaseFailure> failure(FillPlan tried) throws PhaseFailure {
        try (Database copy = new FilledState(bare, tried).copyAfter(index)) {
            return failureOn(copy);
        }
    }

    private Optional<PhaseFailure> failureOn(Database copy) {
        try {
            StepOverRows.up(context, copy, pair);
            return Optional.empty();
        } catch (PhaseFailure fails) {
            return Optional.of(fails);
        }
    }

    /** As few rows as were found, and the table that they are in. */
    Found find() throws PhaseFailure {
        for (String table : suspects()) {
            Set<String> needed = withParents(table);
            FillPlan alone = plan.withTables(
                    name -> needed.contains(name) && plan.wanted().test(name));
            Optional<PhaseFailure> overAll = failure(alone);
            if (overAll.isPresent()) {
                for (List<RowKind> few : FEW) {
                    FillPlan fewer = alone.withKinds(few);
                    Optional<PhaseFailure> overFew = failure(fewer);
                    if (overFew.isPresent()) {
                        return found(table, fewer, overFew.get());
                    }
                }
                return found(table, alone, overAll.get());
            }
        }
        return found("", plan, failure);
    }

    /** The table that the server names, and those that the message speaks of. */
    private List<String> suspects() {
        Set<String> tables = new LinkedHashSet<>();
        refusal().flatMap(dialect::table).ifPresent(tables::add);
        String words = failure.error() + " " + pair.up().text();
        before.objects(ObjectKind.TABLE).stream()
                .filter(table -> words.contains(table.name().name()))
                .forEach(table -> tables.add(table.name().qualified()));
        return tables.stream().limit(MOST_TABLES).toList();
    }

    private Optional<SQLException> refusal() {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private Set<String> withParents(String table) {
        List<TableLink> links = TableLinks.ofForeignKeys(before);
        Set<String> all = new LinkedHashSet<>(Set.of(table));
        List<String> due = new ArrayList<>(all);
        while (!due.isEmpty()) {
            String next = due.remove(due.size() - 1);
            for (TableLink link : links) {
                String parent = link.parent().name().qualified();
                if (link.table().name().qualified().equals(next) && all.add(parent)) {
                    due.add(parent);
                }
            }
        }
        return all;
    }

    private Found found(String table, FillPlan rows, PhaseFailure fails) throws PhaseFailure {
        try (Database copy = new FilledState(bare, rows).copyAfter(index);
                SnapshotReader snapshots = context.snapshots(copy)) {
            TableRows shown = table.isEmpty()
                    ? TableRows.NONE
                    : snapshots.rowsOf(Set.of(table), MOST_ROWS).getOrDefault(table, TableRows.NONE);
            return new Found(table, shown, search(copy), fails);
        }
    }

    private String search(Database filled) {
        try (Connection connection = filled.dataSource().getConnection()) {
            Optional<SQLException> refusal = refusal();
            return refusal.isEmpty()
                    ? ""
                    : dialect.search(connection, refusal.get(), expressions()).orElse("");
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** The schema after it, where it ran without rows. */
    private Schema expressions() {
        try (Database copy = bare.copyAfter(index)) {
            StepOverRows.up(context, copy, pair);
            return Schema.read(copy.dataSource());
        } catch (PhaseFailure failsAnyway) {
            return Schema.none();
        }
    }
}

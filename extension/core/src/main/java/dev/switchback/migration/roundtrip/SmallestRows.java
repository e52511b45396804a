package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.ScriptError;
import dev.switchback.provision.Database;
import dev.switchback.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out over how few rows a migration fails. */
final class SmallestRows {

    private static final List<List<RowKind>> FEW = List.of(
            List.of(RowKind.FILLED),
            List.of(RowKind.EMPTY),
            List.of(RowKind.EDGES),
            List.of(RowKind.FILLED, RowKind.TWIN),
            List.of(RowKind.EMPTY, RowKind.EMPTY),
            List.of(RowKind.EMPTY, RowKind.FILLED),
            List.of(RowKind.FILLED, RowKind.EDGES));

    private final FailureOverRows up;

    SmallestRows(FailureOverRows up) {
        this.up = up;
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

    /** As few rows as were found over which it fails in the same place or, if there are none, in another, and the table that they are in. */
    Found find() throws PhaseFailure {
        List<Found> elsewhere = new ArrayList<>();
        for (String table : up.suspects()) {
            FillPlan alone = up.alone(table);
            boolean isTold = up.failsAlike(alone);
            if (!isTold && up.over(alone).isEmpty()) {
                continue;
            }
            for (FillPlan fewer : fewer(table, alone, isTold)) {
                Optional<Found> overFew = over(table, fewer);
                if (overFew.isPresent() && isSamePlace(overFew.get().failure())) {
                    return overFew.get();
                }
                overFew.ifPresent(elsewhere::add);
            }
        }
        return elsewhere.isEmpty() ? overAll() : elsewhere.get(0);
    }

    private boolean isSamePlace(PhaseFailure other) {
        ScriptError error = up.failure().error();
        return other.error().line().equals(error.line())
                && other.error().sqlState().equals(error.sqlState());
    }

    private Found overAll() throws PhaseFailure {
        try (Database copy = new FilledState(up.bare(), up.plan()).copyAfter(up.index())) {
            return new Found("", TableRows.NONE, search(copy), up.failure());
        }
    }

    /**
     * The plans of fewer rows, the first of those in front over which it is known to fail, and the rows themselves last.
     *
     * @param isTold whether trials tell of such failures: not where a statement runs only outside a transaction, or ends it
     */
    private List<FillPlan> fewer(String table, FillPlan alone, boolean isTold) throws PhaseFailure {
        List<FillPlan> plans = new ArrayList<>();
        FEW.forEach(few -> plans.add(alone.withKinds(few)));
        for (FillPlan plan : plans) {
            if (up.failsAlike(plan)) {
                plans.remove(plan);
                plans.addAll(0, List.of(picked(table, plan, true), plan));
                plans.add(alone);
                return plans;
            }
        }
        plans.add(0, picked(table, alone, isTold));
        plans.add(alone);
        return plans;
    }

    /** As few of the rows of a table as it is still known to fail over. */
    private FillPlan picked(String table, FillPlan alone, boolean isTold) throws PhaseFailure {
        FillPlan picked = alone;
        for (int place = alone.rowsPerTable(); place > 0; place--) {
            FillPlan fewer = picked.without(table, place);
            boolean fails = isTold
                    ? up.failsAlike(fewer)
                    : up.over(fewer).filter(this::isSamePlace).isPresent();
            picked = fails ? fewer : picked;
        }
        return picked;
    }

    /** How it fails over these rows; empty if it holds, or if the table has none of them. */
    private Optional<Found> over(String table, FillPlan rows) throws PhaseFailure {
        try (Database copy = new FilledState(up.bare(), rows).copyAfter(up.index())) {
            TableRows shown = generated(table, rows(table, copy), rows);
            String search = search(copy);
            return shown.rows().isEmpty()
                    ? Optional.empty()
                    : up.on(copy).map(failure -> new Found(table, shown, search, failure));
        }
    }

    /** The rows of a table or, if it holds none itself, those of its first partition that does. */
    private TableRows rows(String table, Database database) {
        Partitions partitions = Partitions.of(up.before());
        Set<String> parts = up.before().objects(ObjectKind.TABLE).stream()
                .map(each -> each.name().qualified())
                .filter(name -> partitions.wholes(name).contains(table))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, TableRows> rows = up.rows(database, up.before(), parts);
        return parts.stream()
                .map(part -> rows.getOrDefault(part, TableRows.NONE))
                .filter(each -> !each.rows().isEmpty())
                .findFirst()
                .orElse(TableRows.NONE);
    }

    /** Those of the rows that were not there before. */
    private TableRows generated(String table, TableRows all, FillPlan plan) throws PhaseFailure {
        int made = plan.rowsPerTable()
                - plan.removed().getOrDefault(table, Set.of()).size();
        if (all.rows().size() <= made) {
            return all;
        }
        try (Database before = up.bare().copyAfter(up.index())) {
            List<List<@Nullable String>> added = new ArrayList<>(all.rows());
            added.removeAll(rows(table, before).rows());
            return new TableRows(all.columns(), all.key(), added);
        }
    }

    private String search(Database filled) throws PhaseFailure {
        try (Connection connection = filled.dataSource().getConnection()) {
            Optional<SQLException> refusal = up.failure().refusal();
            return refusal.isEmpty()
                    ? ""
                    : up.dialect()
                            .search(connection, refusal.get(), up.trials().schema())
                            .orElse("");
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be reached: " + e.getMessage(), e);
        }
    }
}

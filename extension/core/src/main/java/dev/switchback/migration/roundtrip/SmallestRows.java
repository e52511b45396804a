package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.ScriptError;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds out over how few rows a migration fails. */
final class SmallestRows {

    private static final List<List<RowKind>> FEW = List.of(
            List.of(RowKind.FILLED),
            List.of(RowKind.EMPTY),
            List.of(RowKind.EDGES),
            List.of(RowKind.ZEROS),
            List.of(RowKind.OPPOSITES),
            List.of(RowKind.FILLED, RowKind.TWIN),
            List.of(RowKind.EMPTY, RowKind.EMPTY),
            List.of(RowKind.EMPTY, RowKind.FILLED),
            List.of(RowKind.FILLED, RowKind.EDGES));

    private static final int MOST_PARTITIONS = 16;

    private final FailureOverRows up;

    SmallestRows(FailureOverRows up) {
        this.up = up;
    }

    /**
     * The rows over which it fails.
     *
     * @param table the table whose rows make it fail; empty if it is not one alone
     * @param rows these rows, by tables; none if they are too many to be shown
     * @param search the statement that finds such rows; empty if none is known
     * @param failure how it fails over them
     */
    record Found(String table, SortedMap<String, TableRows> rows, String search, PhaseFailure failure) {}

    /** As few rows as were found over which it fails in the same place or, if there are none, in another, and the table that they are in. */
    Found find() throws PhaseFailure {
        List<Found> elsewhere = new ArrayList<>();
        for (String table : up.suspects()) {
            FillPlan alone = up.alone(Set.of(table));
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

    /** The rows of several tables that make it fail together, or of all. */
    private Found overAll() throws PhaseFailure {
        Set<String> tables = new FailingTogether(up).tables();
        FillPlan plan = tables.isEmpty() ? up.plan() : few(up.alone(tables));
        try (Database copy = up.filled(plan).copyAfter(up.index())) {
            SortedMap<String, TableRows> rows = new TreeMap<>();
            for (String table : tables) {
                rows.put(table, new ShownRows(up, table).generated(copy, plan).orElse(TableRows.NONE));
            }
            String search = search(copy);
            return new Found(
                    "",
                    rows,
                    search,
                    tables.isEmpty() ? up.failure() : up.on(copy).orElse(up.failure()));
        }
    }

    private FillPlan few(FillPlan plan) throws PhaseFailure {
        for (FillPlan fewer : fewerKinds(plan)) {
            if (up.failsAlike(fewer)) {
                return fewer;
            }
        }
        return plan;
    }

    private static List<FillPlan> fewerKinds(FillPlan plan) {
        return FEW.stream()
                .filter(few -> plan.kinds().containsAll(few))
                .map(plan::withKinds)
                .toList();
    }

    /**
     * The plans of fewer rows, the first of those in front over which it is known to fail, and the rows themselves last.
     *
     * @param isTold whether trials tell of such failures: not where a statement runs only outside a transaction, or ends it
     */
    private List<FillPlan> fewer(String table, FillPlan alone, boolean isTold) throws PhaseFailure {
        List<FillPlan> plans = new ArrayList<>(fewerKinds(alone));
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

    /** As few of the rows of a table, or of its partitions, as it is still known to fail over. */
    private FillPlan picked(String table, FillPlan alone, boolean isTold) throws PhaseFailure {
        FillPlan picked = alone;
        Set<String> leaves = up.partitions().leaves(table).stream()
                .limit(MOST_PARTITIONS)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String leaf : leaves.size() == 1 ? Set.<String>of() : leaves) {
            Predicate<String> wanted = picked.wanted();
            FillPlan fewer = picked.withTables(name -> !name.equals(leaf) && wanted.test(name));
            picked = fails(fewer, isTold) ? fewer : picked;
        }
        leaves.removeIf(picked.wanted().negate());
        for (String leaf : leaves) {
            for (int place = alone.rowsPerTable(); place > 0; place--) {
                FillPlan fewer = picked.without(leaf, place);
                picked = fails(fewer, isTold) ? fewer : picked;
            }
        }
        return picked;
    }

    private boolean fails(FillPlan plan, boolean isTold) throws PhaseFailure {
        return isTold
                ? up.failsAlike(plan)
                : up.over(plan).filter(this::isSamePlace).isPresent();
    }

    /** How it fails over these rows; empty if it holds, or if the table has none of them. */
    private Optional<Found> over(String table, FillPlan rows) throws PhaseFailure {
        try (Database copy = up.filled(rows).copyAfter(up.index())) {
            Optional<TableRows> shown = new ShownRows(up, table).generated(copy, rows);
            String search = search(copy);
            return shown.filter(each -> each.rows().isEmpty()).isPresent()
                    ? Optional.empty()
                    : up.on(copy)
                            .map(failure -> new Found(
                                    table,
                                    shown.map(each -> new TreeMap<>(Map.of(table, each)))
                                            .orElseGet(TreeMap::new),
                                    search,
                                    failure));
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

package dev.switchback.migration.roundtrip;

import dev.switchback.migration.rows.RowComparison;
import dev.switchback.migration.rows.RowDescriptions;
import dev.switchback.migration.rows.RowLoss;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Second run of a way on a copy, where rows can be looked at one by one: the snapshots of the first run know only that a
 * table differs.
 */
final class RowInspection {

    /** Of tables that hold more rows only their number is told. */
    private static final int MOST_ROWS = 50_000;

    private final RoundTripContext context;
    private final StateCopies forward;
    private final int from;
    private final List<ScriptPair> way;
    private final SequenceRestart restart;

    /**
     * Prepares to look.
     *
     * @param from how many migrations are behind where the way begins
     * @param way the migrations that are taken up and down
     * @param restart where the sequences stand when they go up for the second time
     */
    RowInspection(
            RoundTripContext context, StateCopies forward, int from, List<ScriptPair> way, SequenceRestart restart) {
        this.context = context;
        this.forward = forward;
        this.from = from;
        this.way = way;
        this.restart = restart;
    }

    /** Differences in two parts: what scripts did, and what differs from one run to the next anyway. */
    record Inspected(List<RowSnapshot.Difference> byScript, List<RowSnapshot.Difference> byChance) {}

    /** Looks at what the way down left. What it lost is never chance. */
    List<RowSnapshot.Difference> afterUndo(List<RowSnapshot.Difference> found) {
        Set<String> tables = tables(found);
        if (tables.isEmpty()) {
            return found;
        }
        try (Copy copy = new Copy()) {
            Map<String, TableRows> before = copy.rows(tables);
            copy.run(plan(true, true, false));
            Map<String, TableRows> after = copy.rows(tables);
            return replaced(found, table -> losses(table, before, after, Set.of()));
        } catch (PhaseFailure failsOnlyNow) {
            return found;
        }
    }

    /** Looks at in what the second way up differs from the first; empty if a script fails that did not fail before. */
    Optional<Inspected> afterAgain(List<RowSnapshot.Difference> found) {
        Set<String> tables = tables(found);
        try (Copy copy = new Copy()) {
            copy.run(plan(true, true, false));
            copy.setSequences(restart.positions());
            copy.run(plan(false, false, true));
            return Optional.of(verified(found, goneUp(tables), copy.rows(tables)));
        } catch (PhaseFailure failsOnlyNow) {
            return Optional.empty();
        }
    }

    private Inspected verified(
            List<RowSnapshot.Difference> found, Map<String, TableRows> first, Map<String, TableRows> again)
            throws PhaseFailure {
        Set<String> tables = tables(found);
        Map<String, TableRows> other = goneUp(tables);
        Map<String, Chance> chances = new HashMap<>();
        for (String table : tables) {
            TableRows here = first.get(table);
            TableRows there = other.get(table);
            if (here != null && there != null) {
                chances.put(table, chance(table, here, there));
            }
        }
        List<RowSnapshot.Difference> byScript = new ArrayList<>();
        List<RowSnapshot.Difference> byChance = new ArrayList<>();
        for (RowSnapshot.Difference difference : found) {
            Chance chance = chances.getOrDefault(difference.place(), new Chance(Set.of(), false));
            if (chance.isEverywhere()) {
                byChance.add(difference);
                continue;
            }
            Function<String, Optional<List<RowLoss>>> told = table -> losses(table, first, again, chance.columns());
            byScript.addAll(replaced(List.of(difference), told));
            if (!chance.columns().isEmpty()) {
                byChance.addAll(excused(difference, first, again, chance.columns()));
            }
        }
        return new Inspected(byScript, byChance);
    }

    /** The rows that the first way up makes from where the sequences are. */
    private Map<String, TableRows> goneUp(Set<String> tables) throws PhaseFailure {
        try (Copy copy = new Copy()) {
            copy.setSequences(restart.held());
            copy.run(plan(true, false, false));
            return copy.rows(tables);
        }
    }

    /**
     * The parts of a table that chance decides.
     *
     * @param isEverywhere whether it decides how many rows there are
     */
    private record Chance(Set<String> columns, boolean isEverywhere) {}

    private Chance chance(String table, TableRows first, TableRows other) {
        RowComparison runs = new RowComparison(first, other, Set.of(), names(table));
        return new Chance(runs.differingColumns(), runs.differsInNumber());
    }

    private List<RowSnapshot.Difference> excused(
            RowSnapshot.Difference difference,
            Map<String, TableRows> first,
            Map<String, TableRows> again,
            Set<String> columns) {
        List<RowSnapshot.Difference> told = losses(difference.place(), first, again, Set.of()).stream()
                .flatMap(List::stream)
                .filter(loss -> columns.contains(loss.column()))
                .map(RowLoss::withoutExamples)
                .map(RowSnapshot.Difference::of)
                .toList();
        return told.isEmpty() ? List.of(difference) : told;
    }

    private static Set<String> tables(List<RowSnapshot.Difference> found) {
        return found.stream()
                .filter(RowSnapshot.Difference::isOfTable)
                .map(RowSnapshot.Difference::place)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The losses of a table; empty if it could not be looked at. */
    private Optional<List<RowLoss>> losses(
            String table, Map<String, TableRows> before, Map<String, TableRows> after, Set<String> ignored) {
        TableRows expected = before.get(table);
        TableRows found = after.get(table);
        return expected == null || found == null
                ? Optional.empty()
                : Optional.of(new RowComparison(expected, found, ignored, names(table)).losses());
    }

    private RowDescriptions names(String table) {
        return new RowDescriptions(table, context.rows());
    }

    private static List<RowSnapshot.Difference> replaced(
            List<RowSnapshot.Difference> found, Function<String, Optional<List<RowLoss>>> told) {
        List<RowSnapshot.Difference> all = new ArrayList<>();
        for (RowSnapshot.Difference difference : found) {
            Optional<List<RowLoss>> losses = difference.isOfTable() ? told.apply(difference.place()) : Optional.empty();
            losses.ifPresentOrElse(
                    list -> list.stream().map(RowSnapshot.Difference::of).forEach(all::add), () -> all.add(difference));
        }
        return all;
    }

    private List<Phase> plan(boolean up, boolean down, boolean again) {
        Phase.Plan plan = new Phase.Plan(context.pairs());
        way.forEach(plan::up);
        for (int i = way.size() - 1; i >= 0; i--) {
            plan.down(way.get(i));
        }
        way.forEach(plan::again);
        return plan.phases().stream()
                .filter(phase -> switch (phase.direction()) {
                    case UP -> up;
                    case DOWN -> down;
                    case AGAIN -> again;
                })
                .toList();
    }

    /** A database at the start of the way. */
    private final class Copy implements AutoCloseable {

        private final Database database;
        private final SnapshotReader snapshots;

        Copy() throws PhaseFailure {
            database = forward.copyAfter(from);
            boolean opened = false;
            try {
                snapshots = forward.laterSnapshots(database);
                opened = true;
            } finally {
                if (!opened) {
                    database.close();
                }
            }
        }

        void run(List<Phase> phases) throws PhaseFailure {
            context.flyway().on(database, phases, new PhaseRun.Listener() {});
        }

        void setSequences(Map<String, RowSnapshot.Position> sequences) {
            if (!sequences.isEmpty()) {
                snapshots.take();
                snapshots.setSequences(sequences);
            }
        }

        Map<String, TableRows> rows(Set<String> tables) {
            return snapshots.rowsOf(tables, MOST_ROWS);
        }

        @Override
        public void close() {
            try (database) {
                snapshots.close();
            }
        }
    }
}

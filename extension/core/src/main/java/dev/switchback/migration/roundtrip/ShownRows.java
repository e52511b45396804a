package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.provision.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one table over which a migration fails, as they are shown. */
record ShownRows(FailureOverRows up, String table) {

    /** Those of a plan in a database that has been filled, and none that was there before; empty if there are too many to be read. */
    Optional<TableRows> generated(Database filled, FillPlan plan) throws PhaseFailure {
        Set<String> leaves = up.partitions().leaves(table).stream()
                .filter(plan.wanted())
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<TableRows> all = in(filled, leaves);
        if (all.isEmpty() || all.get().rows().size() <= made(plan, leaves)) {
            return all;
        }
        try (Database before = up.bare().copyAfter(up.index())) {
            List<List<@Nullable String>> added = new ArrayList<>(all.get().rows());
            in(before, leaves).ifPresent(standing -> standing.rows().forEach(added::remove));
            return Optional.of(new TableRows(all.get().columns(), all.get().key(), added));
        }
    }

    private static int made(FillPlan plan, Set<String> leaves) {
        return leaves.size() != 1
                ? 0
                : plan.rowsPerTable()
                        - plan.removed()
                                .getOrDefault(leaves.iterator().next(), Set.of())
                                .size();
    }

    /** The rows of some tables with the same columns. */
    private Optional<TableRows> in(Database database, Set<String> leaves) {
        Map<String, TableRows> rows = up.rows(database, up.before(), leaves);
        if (!rows.keySet().containsAll(leaves)) {
            return Optional.empty();
        }
        List<TableRows> filled = leaves.stream()
                .map(leaf -> rows.getOrDefault(leaf, TableRows.NONE))
                .filter(each -> !each.rows().isEmpty())
                .toList();
        return Optional.of(filled.stream()
                .findFirst()
                .map(first -> new TableRows(
                        first.columns(),
                        first.key(),
                        filled.stream()
                                .filter(each -> each.columns().equals(first.columns()))
                                .flatMap(each -> each.rows().stream())
                                .toList()))
                .orElse(TableRows.NONE));
    }
}

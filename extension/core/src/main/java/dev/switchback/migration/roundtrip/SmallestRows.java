package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** As few rows as were found, and the table that they are in. */
    Found find() throws PhaseFailure {
        for (String table : up.suspects()) {
            FillPlan alone = up.alone(table);
            if (!up.failsAlike(alone) && up.over(alone).isEmpty()) {
                continue;
            }
            for (FillPlan fewer : fewer(alone)) {
                Optional<PhaseFailure> overFew = up.over(fewer);
                if (overFew.isPresent()) {
                    return found(table, fewer, overFew.get());
                }
            }
        }
        return found("", up.plan(), up.failure());
    }

    /** The plans of fewer rows, the first of those in front over which it is known to fail, and the rows themselves last. */
    private List<FillPlan> fewer(FillPlan alone) throws PhaseFailure {
        List<FillPlan> plans = new ArrayList<>();
        FEW.forEach(few -> plans.add(alone.withKinds(few)));
        plans.add(alone);
        for (FillPlan plan : plans) {
            if (up.failsAlike(plan)) {
                plans.remove(plan);
                plans.add(0, plan);
                break;
            }
        }
        return plans;
    }

    private Found found(String table, FillPlan rows, PhaseFailure fails) throws PhaseFailure {
        try (Database copy = new FilledState(up.bare(), rows).copyAfter(up.index())) {
            TableRows shown = table.isEmpty()
                    ? TableRows.NONE
                    : up.rows(copy, up.before(), Set.of(table)).getOrDefault(table, TableRows.NONE);
            return new Found(table, shown, search(copy), fails);
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

package dev.switchback.postgresql.filling;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.FillableTables;
import dev.switchback.filling.FilledTable;
import dev.switchback.filling.GeneratedRowsException;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.filling.RowHint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the tables that a catalog describes. */
record PostgresFillableTables(FilledCatalog found) implements FillableTables {

    /** A table of more rows gets the rest of them from one statement. */
    private static final int ONE_BY_ONE = 30;

    /** A table of many partitions gets a row in each and no more. */
    private static final int MANY_PARTITIONS = 3;

    @Override
    public GeneratedRowsReport fill(Connection connection, FillPlan plan) throws SQLException {
        FillSession session = new FillSession(connection);
        session.begin();
        session.run("SAVEPOINT empty");
        DeferredConstraints deferred = new DeferredConstraints(session);
        GeneratedRowsReport filled = fill(session, plan);
        while (!deferred.hold()) {
            session.run("ROLLBACK TO SAVEPOINT empty");
            deferred.await();
            filled = fill(session, plan);
        }
        session.run("RELEASE SAVEPOINT empty");
        return filled;
    }

    private GeneratedRowsReport fill(FillSession session, FillPlan plan) throws SQLException {
        FilledCatalog catalog = new FilledHints(found, session).add(plan.hints());
        ParentKeys parents = new ParentKeys(session, catalog);
        MadeValues values = new MadeValues(catalog, session, plan.seed());
        MadeRows made = new MadeRows(plan, values, parents);
        TableFilling tables = new TableFilling(session, made, values, parents);
        List<FilledTarget> wanted = catalog.targets().stream()
                .filter(target -> plan.wanted().test(target.name()))
                .toList();
        Map<Long, Integer> parts = new HashMap<>();
        wanted.forEach(target -> parts.merge(target.root(), 1, Integer::sum));
        Map<Long, Integer> begun = new HashMap<>();
        List<FilledTable> filled = new ArrayList<>();
        for (List<FilledTarget> group : FillingOrder.of(wanted)) {
            if (group.size() > 1) {
                filled.addAll(new CircleFilling(session, made, values, parents)
                        .fill(group, Math.min(plan.rowsPerTable(), ONE_BY_ONE)));
                continue;
            }
            FilledTarget table = group.get(0);
            int all = parts.getOrDefault(table.root(), 1);
            int rows = rows(plan.rowsPerTable(), all);
            int first = begun.merge(table.root(), rows, Integer::sum) - rows;
            FilledTable few = tables.fill(table, Math.min(rows, ONE_BY_ONE), first);
            filled.add(rows > ONE_BY_ONE ? new ManyRows(session, catalog).fill(table, few, rows) : few);
        }
        Map<String, List<String>> empty = new LateKeys(session, parents).set(wanted);
        new RemovedRows(session, plan.removed()).remove(wanted);
        return new GeneratedRowsReport(filled.stream()
                .map(table -> table.withEmptyKeys(empty.getOrDefault(table.table(), List.of())))
                .toList());
    }

    @Override
    public Optional<String> problem(Connection connection, RowHint hint) throws SQLException {
        try {
            new FilledHints(found, new FillSession(connection)).add(List.of(hint));
            return Optional.empty();
        } catch (GeneratedRowsException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static int rows(int wanted, int parts) {
        return parts >= MANY_PARTITIONS && wanted <= MANY_PARTITIONS ? 1 : Math.max(1, (wanted + parts - 1) / parts);
    }
}

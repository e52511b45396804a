package dev.switchback.benchmarks.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Migrations such as teams write, each with an undo that holds: tables, columns, keys, indexes, constraints, views, functions,
 * triggers, enums, rows. The schema grows to {@value #TABLES} tables and stays so, as what was added is taken away again:
 * a migration late in a long history meets as large a schema as one in a short history.
 *
 * <p>The same in every run. A history is the beginning of every longer one.
 */
final class GeneratedHistory {

    static final int TABLES = 30;

    /** The first tables are never dropped, and others refer to them. */
    private static final int LASTING = 6;

    /** How much a table has at most besides what it was created with. */
    private static final int FULL = 7;

    private static final List<String> NAMES = List.of(
            "customer",
            "product",
            "supplier",
            "warehouse",
            "employee",
            "region",
            "invoice",
            "shipment",
            "payment",
            "refund");

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final Random random = new Random(42);
    private final boolean holdsOverRows;
    private final List<GeneratedTable> tables = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private int number;

    private GeneratedHistory(boolean holdsOverRows) {
        this.holdsOverRows = holdsOverRows;
    }

    /** @param holdsOverRows whether no change fails over rows that are generated, and none loses them */
    static List<Change> of(int length, boolean holdsOverRows) {
        GeneratedHistory history = new GeneratedHistory(holdsOverRows);
        while (history.changes.size() < length) {
            history.changes.add(history.migration());
        }
        return history.changes;
    }

    /** One or two statements are usual in public migrations, and some hold many: so it is here. */
    private Change migration() {
        Change change = next();
        while (random.nextInt(9) < 5) {
            change = change.followedBy(next());
        }
        return change;
    }

    private Change next() {
        number++;
        if (tables.size() < TABLES) {
            GeneratedTable table = new GeneratedTable(NAMES.get(number % NAMES.size()) + "_" + number);
            tables.add(table);
            return table.creation();
        }
        GeneratedTable table = tables.get(random.nextInt(tables.size()));
        boolean lasting = tables.indexOf(table) < LASTING;
        if (table.size() == 0 && !lasting && !holdsOverRows && random.nextBoolean()) {
            tables.remove(table);
            return table.creation().reversed();
        }
        if (random.nextInt(FULL) < table.size() && (!holdsOverRows || table.newestGoesWithoutLoss())) {
            return table.removeNewest();
        }
        return table.add(kindFor(table).on(table, referenceFor(table), number));
    }

    private Kind kindFor(GeneratedTable table) {
        Kind kind = any();
        while ((!kind.repeats() && table.has(kind)) || (holdsOverRows && !kind.holdsOverRows())) {
            kind = any();
        }
        return kind;
    }

    private Kind any() {
        return KINDS.get(random.nextInt(KINDS.size()));
    }

    private GeneratedTable referenceFor(GeneratedTable table) {
        GeneratedTable reference = tables.get(random.nextInt(LASTING));
        return reference == table ? tables.get((tables.indexOf(table) + 1) % LASTING) : reference;
    }
}

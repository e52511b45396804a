package dev.switchback.postgresql.ddl;

import dev.switchback.schema.Ddl;
import dev.switchback.schema.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects steps and puts them in an order that is likely to work. */
final class Draft {

    private enum Stage {
        DROP,
        RENAME,
        MAKE
    }

    private record Entry(Stage stage, int rank, Ddl.Step step) {}

    private final List<Entry> entries = new ArrayList<>();

    /** What is to go. */
    void drop(ObjectKind kind, String statement) {
        entries.add(new Entry(Stage.DROP, Order.ofDrop(kind), step(List.of(List.of(statement)))));
    }

    void rename(ObjectKind kind, String statement) {
        entries.add(new Entry(Stage.RENAME, Order.ofCreate(kind), step(List.of(List.of(statement)))));
    }

    /** What is made or altered, in one of several ways of one statement each. */
    void add(ObjectKind kind, String... ways) {
        List<List<String>> each = new ArrayList<>();
        for (String way : ways) {
            each.add(List.of(way));
        }
        ways(kind, each);
    }

    /** What is made or altered, in one of several ways of any number of statements. */
    void ways(ObjectKind kind, List<List<String>> ways) {
        entries.add(new Entry(Stage.MAKE, 2 * Order.ofCreate(kind), step(ways)));
    }

    /** What is made after all else of its kind was altered. */
    void addLast(ObjectKind kind, String statement) {
        entries.add(new Entry(Stage.MAKE, 2 * Order.ofCreate(kind) + 1, step(List.of(List.of(statement)))));
    }

    List<Ddl.Step> steps() {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::stage).thenComparingInt(Entry::rank))
                .map(Entry::step)
                .toList();
    }

    private static Ddl.Step step(List<List<String>> ways) {
        return new Ddl.Step(ways);
    }
}

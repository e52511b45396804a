package dev.switchback.postgresql.ddl;

import dev.switchback.schema.DdlPlan;
import dev.switchback.schema.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects steps and puts them in an order that is likely to work. */
final class StatementDraft {

    private enum Stage {
        DROP,
        RENAME,
        MAKE
    }

    private record Entry(Stage stage, ObjectKind kind, int rank, DdlPlan.Step step) {}

    /** A statement, and the kind of object that it makes or alters. */
    record Made(ObjectKind kind, String statement) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Adds a statement that drops something. */
    void drop(ObjectKind kind, String statement) {
        drop(kind, List.of(statement));
    }

    /** Adds a statement that drops something, in one of several ways. */
    void drop(ObjectKind kind, List<String> ways) {
        drop(kind, ways, List.of());
    }

    /** Adds what is to go in one of several ways, and how where nothing else goes; an empty way is none. */
    void drop(ObjectKind kind, List<String> ways, List<List<String>> lastWays) {
        entries.add(new Entry(
                Stage.DROP,
                kind,
                KindOrder.ofDrop(kind),
                step(
                        kind,
                        ways.stream().map(List::of).toList(),
                        lastWays.stream().filter(way -> !way.isEmpty()).toList())));
    }

    /** Adds what is to go by some statements that belong together. */
    void dropWay(ObjectKind kind, List<String> way) {
        entries.add(new Entry(Stage.DROP, kind, KindOrder.ofDrop(kind), step(kind, List.of(way), List.of())));
    }

    void rename(ObjectKind kind, String statement) {
        entries.add(new Entry(
                Stage.RENAME, kind, KindOrder.ofCreate(kind), step(kind, List.of(List.of(statement)), List.of())));
    }

    /** Adds what is made or altered, in one of several ways of one statement each. */
    void add(ObjectKind kind, String... ways) {
        List<List<String>> each = new ArrayList<>();
        for (String way : ways) {
            each.add(List.of(way));
        }
        ways(kind, each);
    }

    /** Adds what is made or altered, in one of several ways of any number of statements. */
    void ways(ObjectKind kind, List<List<String>> ways) {
        ways(kind, ways, List.of());
    }

    /** Adds what is made or altered in one of several ways, and how where nothing else is left. */
    void ways(ObjectKind kind, List<List<String>> ways, List<List<String>> lastWays) {
        entries.add(new Entry(Stage.MAKE, kind, 3 * KindOrder.ofCreate(kind), step(kind, ways, lastWays)));
    }

    /** Adds a statement that runs after all else of its kind was altered. */
    void addLast(ObjectKind kind, String statement) {
        entries.add(new Entry(
                Stage.MAKE,
                kind,
                3 * KindOrder.ofCreate(kind) + 1,
                step(kind, List.of(List.of(statement)), List.of())));
    }

    /** Adds a statement that makes a key when all others are there, and enabled or disabled. */
    void addAfterKeys(ObjectKind kind, String statement) {
        entries.add(new Entry(
                Stage.MAKE,
                kind,
                3 * KindOrder.ofCreate(ObjectKind.FOREIGN_KEY) + 2,
                step(kind, List.of(List.of(statement)), List.of())));
    }

    /** Adds a statement that makes an index or key when no partitioned table's takes it for its part any more. */
    void addAlone(ObjectKind kind, String statement) {
        entries.add(new Entry(
                Stage.MAKE,
                kind,
                3 * KindOrder.ofCreate(ObjectKind.INDEX) + 2,
                step(kind, List.of(List.of(statement)), List.of())));
    }

    List<DdlPlan.Step> steps() {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::stage).thenComparingInt(Entry::rank))
                .map(Entry::step)
                .toList();
    }

    /** The plainest statements of what was written since this was last asked for, those of one kind in front. */
    List<Made> take(ObjectKind first) {
        List<Made> made = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.kind() != first)
                        .thenComparingInt(Entry::rank))
                .flatMap(entry ->
                        entry.step().ways().get(0).stream().map(statement -> new Made(entry.kind(), statement)))
                .toList();
        entries.clear();
        return made;
    }

    /** The text of a routine is the author's and not the server's. */
    private static DdlPlan.Step step(ObjectKind kind, List<List<String>> ways, List<List<String>> lastWays) {
        return kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE
                ? new DdlPlan.Step(ways, lastWays)
                : new DdlPlan.Step(readable(ways), readable(lastWays));
    }

    private static List<List<String>> readable(List<List<String>> ways) {
        return ways.stream()
                .map(way -> way.stream().map(ReparsedExpressions::readable).toList())
                .toList();
    }
}

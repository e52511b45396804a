package dev.switchback.migration.roundtrip;

import dev.switchback.schema.ObjectKind;
import dev.switchback.text.WholeWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables whose rows may make a script fail. */
final class SuspectedTables {

    private static final int MOST_TABLES = 4;

    private final FailureOverRows up;

    SuspectedTables(FailureOverRows up) {
        this.up = up;
    }

    /** The table that the server names, if it was there before, then those that the failing statement and the script name. */
    List<String> inOrder() {
        Stream<String> named =
                Stream.of(up.failure().error().words(), up.text()).flatMap(this::tablesIn);
        return parentsFirst(Stream.concat(refusing().stream(), named)
                .distinct()
                .limit(MOST_TABLES)
                .toList());
    }

    private Stream<String> tablesIn(String words) {
        return up.before().objects(ObjectKind.TABLE).stream()
                .filter(table -> WholeWord.isIn(words, table.name().name()))
                .map(table -> table.name().qualified());
    }

    /** The table that the server names; of a partition that the script does not name, the table that it names instead. */
    private Optional<String> refusing() {
        return up.failure()
                .refusal()
                .flatMap(up.dialect()::table)
                .filter(this::isThere)
                .map(named -> {
                    List<String> inScript = tablesIn(up.text()).toList();
                    return up.partitions().wholes(named).stream()
                            .filter(inScript::contains)
                            .findFirst()
                            .orElse(named);
                });
    }

    private boolean isThere(String table) {
        return up.before().objects(ObjectKind.TABLE).stream()
                .anyMatch(each -> each.name().qualified().equals(table));
    }

    /**
     * A table comes with rows of those that it refers to, and what these do is not to be laid at its door. Of tables that refer to
     * each other none is before the other.
     */
    private List<String> parentsFirst(List<String> tables) {
        List<String> ordered = new ArrayList<>();
        for (String table : tables) {
            int place = 0;
            while (place < ordered.size() && !isParent(table, ordered.get(place))) {
                place++;
            }
            ordered.add(place, table);
        }
        return ordered;
    }

    private boolean isParent(String table, String other) {
        ReferredTables parents = up.parents();
        return parents.with(Set.of(other)).contains(table)
                && !parents.with(Set.of(table)).contains(other);
    }
}

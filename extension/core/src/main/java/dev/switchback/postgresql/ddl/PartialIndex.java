package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The index or key of a partitioned table that some of its partitions lack: it is not valid, and implies none of theirs. */
final class PartialIndex {

    private static final String PART = "part of";
    private static final List<String> COMMON =
            List.of("columns", "include", "method", "uniqueness", "nulls", "predicate");
    private static final List<ObjectKind> WITH_INDEX =
            List.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION, ObjectKind.INDEX);
    private static final String IMPLIED = "its parent's";

    private PartialIndex() {}

    /** Whether the index or key of a partition is there because its parent has one. */
    static boolean isImplied(SchemaObject index) {
        return index.attribute(PART).equals(IMPLIED);
    }

    /** Whether only the partitioned table itself is to have it. */
    static boolean is(SchemaObject index) {
        return index.kind() == ObjectKind.INDEX
                ? !index.attribute("valid").isEmpty() && index.definition().contains(" ON ONLY ")
                : index.attribute("valid").equals("invalid");
    }

    /** Whether a partition's own index or key would be taken for a part of its parent's if it came first. */
    static boolean isBesideWhole(SchemaObject index, DdlContext context) {
        return index.attribute(PART).isEmpty()
                && WITH_INDEX.stream().anyMatch(kind -> wholes(index, kind, context.to())
                        .anyMatch(whole -> whole.attribute("columns").equals(index.attribute("columns"))));
    }

    /** Whether a key is the part of an index that is no key, so that neither goes without the other. */
    static boolean isKeyOfIndex(SchemaObject part, SchemaLookup lookup) {
        return isImplied(part) && part.kind() != ObjectKind.INDEX && !hasWhole(part, lookup);
    }

    /** Whether what implies the index or key of a partition is there before and after. */
    static boolean isWholeKept(SchemaObject part, DdlContext context) {
        return hasWhole(part, context.from()) && hasWhole(part, context.to());
    }

    private static boolean hasWhole(SchemaObject part, SchemaLookup lookup) {
        return wholes(part, part.kind(), lookup).anyMatch(whole -> COMMON.stream()
                .allMatch(name -> whole.attribute(name).equals(part.attribute(name))));
    }

    private static Stream<SchemaObject> wholes(SchemaObject part, ObjectKind kind, SchemaLookup lookup) {
        return lookup.parentOf(part).map(table -> Inheritance.parents(table, lookup)).orElse(List.of()).stream()
                .filter(table -> !table.attribute("partitioned by").isEmpty())
                .flatMap(parent -> lookup.children(parent, kind).stream())
                .filter(whole -> !is(whole));
    }

    /** The statement that makes an index a part of one that implies none. */
    static Optional<String> attached(SchemaObject index) {
        String whole = index.attribute(PART);
        return whole.isEmpty() || isImplied(index)
                ? Optional.empty()
                : Optional.of("ALTER INDEX " + whole + " ATTACH PARTITION " + address(index));
    }

    /** The statements that attach the parts that an index has. */
    static List<String> attachments(SchemaObject index, SchemaLookup lookup) {
        String whole = address(index);
        return WITH_INDEX.stream()
                .flatMap(kind -> lookup.all(kind).stream())
                .filter(part -> part.attribute(PART).equals(whole))
                .flatMap(part -> attached(part).stream())
                .toList();
    }

    private static String address(SchemaObject index) {
        return SqlName.qualified(index.name().schema(), index.name().name());
    }
}

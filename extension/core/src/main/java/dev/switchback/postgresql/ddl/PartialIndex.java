package dev.switchback.postgresql.ddl;

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

    /** Whether what implies the index or key of a partition is there before and after. */
    static boolean isWholeKept(SchemaObject part, DdlContext context) {
        return hasWhole(part, context.from()) && hasWhole(part, context.to());
    }

    private static boolean hasWhole(SchemaObject part, SchemaLookup lookup) {
        return lookup.parentOf(part).map(table -> Inheritance.parents(table, lookup)).orElse(List.of()).stream()
                .flatMap(parent -> lookup.children(parent, part.kind()).stream())
                .anyMatch(whole -> !is(whole)
                        && COMMON.stream()
                                .allMatch(name -> whole.attribute(name).equals(part.attribute(name))));
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
        return Stream.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION, ObjectKind.INDEX)
                .flatMap(kind -> lookup.all(kind).stream())
                .filter(part -> part.attribute(PART).equals(whole))
                .flatMap(part -> attached(part).stream())
                .toList();
    }

    private static String address(SchemaObject index) {
        return Identifiers.qualified(index.name().schema(), index.name().name());
    }
}

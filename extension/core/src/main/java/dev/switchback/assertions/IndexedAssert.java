package dev.switchback.assertions;

import dev.switchback.assertions.ObjectLookup.Found;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/**
 * Assertions on what can have indexes: tables and materialized views. Not to be extended.
 *
 * @param <SELF> the assertion's own type
 */
public abstract class IndexedAssert<SELF extends IndexedAssert<SELF>> extends RelationAssert<SELF> {

    IndexedAssert(SchemaObject actual, Class<?> type) {
        super(actual, type);
    }

    /** Goes to an index, which serves no constraint. */
    public IndexAssert<SELF> index(String name) {
        return go(IndexAssert<SELF>::new, children(ObjectKind.INDEX).byName(name));
    }

    /** Goes to the first index with exactly these keys; see {@link #hasIndexOn}. */
    public IndexAssert<SELF> indexOn(String... keys) {
        ArgumentChecks.texts("key", keys);
        ObjectLookup indexes = children(ObjectKind.INDEX);
        Found found = on(keys).stream()
                .findFirst()
                .map(index -> new Found(index, Optional.empty()))
                .orElseGet(() -> indexes.nothing("on " + ObjectLookup.joined(List.of(keys)), noneOn(keys)));
        return go(IndexAssert<SELF>::new, found);
    }

    /** Has an index of this name. */
    public SELF hasIndex(String name) {
        return hasChild(ObjectKind.INDEX, name);
    }

    /** Has no index of this name. */
    public SELF doesNotHaveIndex(String name) {
        return hasNoChild(ObjectKind.INDEX, name);
    }

    /**
     * Has an index with exactly these keys, a partial one too. The index of a primary key or of a unique constraint counts.
     *
     * @param keys columns and expressions, each with as much of what may follow as matters: {@code created_at desc}
     */
    public SELF hasIndexOn(String... keys) {
        ArgumentChecks.texts("key", keys);
        return require(isIndexedOn(keys), () -> noneOn(keys));
    }

    /** Has no index with exactly these keys; see {@link #hasIndexOn}. */
    public SELF doesNotHaveIndexOn(String... keys) {
        ArgumentChecks.texts("key", keys).forEach(key -> refuseUnlike(columns(), key));
        return require(
                !isIndexedOn(keys),
                () -> Mismatch.present(
                        "index on " + ObjectLookup.joined(List.of(keys)),
                        String.join("\n", ObjectLines.of(on(keys).isEmpty() ? constraints(keys) : on(keys)))));
    }

    private boolean isIndexedOn(String... keys) {
        return !on(keys).isEmpty() || !constraints(keys).isEmpty();
    }

    private List<SchemaObject> on(String... keys) {
        return children(ObjectKind.INDEX).ofKind().stream()
                .filter(index -> site().language().hasKeys(index, List.of(keys)))
                .toList();
    }

    private List<SchemaObject> constraints(String... keys) {
        return children(ObjectKind.INDEX).there().stream()
                .filter(object -> object.kind() == ObjectKind.PRIMARY_KEY || object.kind() == ObjectKind.UNIQUE)
                .filter(object -> object.attribute("columns").equals(String.join(", ", keys))
                        || site().language().hasKeys(object, List.of(keys)))
                .toList();
    }

    private Mismatch noneOn(String... keys) {
        return Mismatch.missing(
                "an index on " + ObjectLookup.joined(List.of(keys)),
                "indexes",
                ObjectLines.of(children(ObjectKind.INDEX).ofKind()));
    }
}

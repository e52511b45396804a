package dev.switchback.assertions;

import dev.switchback.assertions.ObjectLookup.Found;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.NearestName;
import java.util.Comparator;
import java.util.List;

/**
 * Assertions on what has columns. Not to be extended.
 *
 * @param <SELF> the assertion's own type
 */
public abstract class RelationAssert<SELF extends RelationAssert<SELF>> extends OwnedAssert<SELF> {

    RelationAssert(SchemaObject actual, Class<?> type) {
        super(actual, type);
    }

    /** Goes to a column. */
    public ColumnAssert<SELF> column(String name) {
        return go(ColumnAssert<SELF>::new, children(ObjectKind.COLUMN).byName(name));
    }

    /** Has a column of this name. */
    public SELF hasColumn(String name) {
        return hasChild(ObjectKind.COLUMN, name);
    }

    /** Has no column of this name. */
    public SELF doesNotHaveColumn(String name) {
        return hasNoChild(ObjectKind.COLUMN, name);
    }

    /** Has these columns, and maybe others. */
    public SELF hasColumns(String... names) {
        List<String> expected = ArgumentChecks.names("column", names);
        List<String> there = columns();
        return require(there.containsAll(expected), () -> Mismatch.lacking("columns", expected, there));
    }

    /** Has these columns in any order, and no others. */
    public SELF hasOnlyColumns(String... names) {
        List<String> expected = ArgumentChecks.names("column", names);
        List<String> there = columns();
        return require(
                there.size() == expected.size() && there.containsAll(expected),
                () -> Mismatch.names("only columns", expected, there));
    }

    /** Has these columns in this order, and no others. */
    public SELF hasOnlyColumnsInOrder(String... names) {
        List<String> expected = ArgumentChecks.names("column", names);
        List<String> there = columns();
        return require(there.equals(expected), () -> Mismatch.names("columns in the order", expected, there));
    }

    SELF hasChild(ObjectKind kind, String name) {
        Found found = children(kind).byName(name);
        return require(!found.isMissing() || !children(kind).matching(name).isEmpty(), () -> found.mismatch()
                .orElseThrow());
    }

    SELF hasNoChild(ObjectKind kind, String name) {
        List<SchemaObject> found = children(kind).unwanted(name);
        return require(
                found.isEmpty(), () -> Mismatch.present(KindWords.of(kind) + " " + name, ObjectLines.of(found.get(0))));
    }

    /** Refuses names of columns that the relation does not have. */
    void requireColumns(List<String> names) {
        for (String name : names) {
            refuse(!columns().contains(name), () -> "%s has no column %s.%s"
                    .formatted(actual.name(), name, NearestName.questionOrList(name, columns(), "It has no columns.")));
        }
    }

    List<String> columns() {
        return children(ObjectKind.COLUMN).ofKind().stream()
                .sorted(Comparator.comparingInt(RelationAssert::position))
                .map(column -> column.name().name())
                .toList();
    }

    private static int position(SchemaObject column) {
        String position = column.attribute("position");
        return position.isEmpty() ? 0 : Integer.parseInt(position);
    }
}

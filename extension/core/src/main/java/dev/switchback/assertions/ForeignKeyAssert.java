package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.List;

/**
 * Assertions on a foreign key.
 *
 * @param <PARENT> the assertion on the table that has it
 */
public class ForeignKeyAssert<PARENT> extends ConstraintAssert<ForeignKeyAssert<PARENT>, PARENT> {

    /** Begins assertions on a foreign key alone. */
    public ForeignKeyAssert(SchemaObject actual) {
        super(actual, ForeignKeyAssert.class);
    }

    /** Consists of exactly these columns in this order. */
    public ForeignKeyAssert<PARENT> hasColumns(String... columns) {
        return hasNames("columns", "columns", columns);
    }

    /**
     * Refers to a table.
     *
     * @param table its name, with or without its schema
     * @param columns the columns that it refers to; whichever they are if none is named
     */
    public ForeignKeyAssert<PARENT> to(String table, String... columns) {
        ArgumentChecks.text("table", table);
        if (columns.length > 0) {
            ArgumentChecks.names("column", columns);
        }
        String read = attribute("references");
        String readTable = read.replaceFirst("\\(.*", "");
        String expected = columns.length == 0 ? table : table + ObjectLookup.joined(List.of(columns));
        boolean holds = QualifiedNames.same(table, readTable)
                && (columns.length == 0 || read.endsWith(ObjectLookup.joined(List.of(columns))));
        return require(holds, () -> Mismatch.value("a reference to", expected, read));
    }

    /** This happens when a row that is referred to is deleted. */
    public ForeignKeyAssert<PARENT> onDelete(ForeignKeyAction action) {
        return action("on delete", action);
    }

    /** This happens when a row that is referred to gets another key. */
    public ForeignKeyAssert<PARENT> onUpdate(ForeignKeyAction action) {
        return action("on update", action);
    }

    private ForeignKeyAssert<PARENT> action(String when, ForeignKeyAction action) {
        String actualAction = attribute(when).isEmpty() ? ForeignKeyAction.NO_ACTION.sql() : attribute(when);
        return hasValue(when, action.sql(), actualAction, String::equals);
    }
}

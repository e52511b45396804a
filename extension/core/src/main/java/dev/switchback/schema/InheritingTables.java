package dev.switchback.schema;

import java.util.List;
import org.apiguardian.api.API;

/** The question whose partition or heir a table is. */
@API(status = API.Status.INTERNAL)
public final class InheritingTables {

    private InheritingTables() {}

    /** Whether a table is a partition of one with this qualified name, or inherits from it. */
    public static boolean isChildOf(SchemaObject table, String parent) {
        return table.attribute("partition of").startsWith(parent + " ")
                || List.of(table.attribute("inherits").split(", ")).contains(parent);
    }
}

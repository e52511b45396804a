package dev.switchback.postgresql.filling;

import java.util.List;
import java.util.Map;

/**
 * The tables to be filled, as the catalog describes them.
 *
 * @param roots for each table that keys may refer to, how its rows are selected
 */
record FilledCatalog(List<FilledTarget> targets, Map<Long, ValueType> types, Map<Long, String> roots) {

    FilledCatalog {
        targets = List.copyOf(targets);
        types = Map.copyOf(types);
        roots = Map.copyOf(roots);
    }

    ValueType type(long id) {
        ValueType type = types.get(id);
        if (type == null) {
            throw new IllegalStateException("There is no type " + id);
        }
        return type;
    }
}

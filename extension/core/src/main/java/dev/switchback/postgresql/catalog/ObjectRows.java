package dev.switchback.postgresql.catalog;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes objects of the rows of a {@link CatalogQuery}. */
final class ObjectRows {

    private static final int FIRST_ATTRIBUTE = 7;
    private static final String RELATION = "relation";
    private static final String PRIVILEGES = "privileges";

    private ObjectRows() {}

    /** Is handed an object and the relation that it belongs to, 0 if it belongs to none. */
    interface Sink {

        void accept(long relation, SchemaObject object);
    }

    static void map(ResultSet rows, Sink objects) throws SQLException {
        String[] labels = labels(rows.getMetaData());
        boolean ofRelations = labels.length > FIRST_ATTRIBUTE && labels[FIRST_ATTRIBUTE].equals(RELATION);
        int first = ofRelations ? FIRST_ATTRIBUTE + 1 : FIRST_ATTRIBUTE;
        while (rows.next()) {
            TreeMap<String, String> attributes = new TreeMap<>();
            for (int i = first; i < labels.length; i++) {
                String value = rows.getString(i);
                if (value != null && labels[i].endsWith(PRIVILEGES)) {
                    putPrivileges(attributes, labels[i].replace(PRIVILEGES, ""), value);
                } else if (value != null) {
                    attributes.put(labels[i], UniformText.attribute(labels[i], value));
                }
            }
            ObjectKind kind = ObjectKind.valueOf(rows.getString(1));
            ObjectName name = new ObjectName(kind, text(rows, 2), text(rows, 3), text(rows, 4));
            if (kind == ObjectKind.BUILT_IN && attributes.isEmpty()) {
                continue; // granted in other words what was granted from the start
            }
            objects.accept(
                    ofRelations ? rows.getLong(FIRST_ATTRIBUTE) : 0,
                    new SchemaObject(
                            name,
                            kind == ObjectKind.BUILT_IN
                                    ? rights(attributes)
                                    : UniformText.definition(kind, text(rows, 6), attributes),
                            attributes,
                            rows.getLong(5)));
        }
    }

    private static String rights(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void putPrivileges(Map<String, String> attributes, String prefix, String lists) {
        AccessControl access = AccessControl.parse(lists);
        if (!access.grants().isEmpty()) {
            attributes.put(prefix + "grants", access.grants());
        }
        if (!access.revoked().isEmpty()) {
            attributes.put(prefix + "revoked", access.revoked());
        }
    }

    private static String[] labels(ResultSetMetaData columns) throws SQLException {
        String[] labels = new String[columns.getColumnCount() + 1];
        for (int i = 1; i < labels.length; i++) {
            labels[i] = columns.getColumnLabel(i);
        }
        return labels;
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }
}

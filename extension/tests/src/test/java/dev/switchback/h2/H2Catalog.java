package dev.switchback.h2;

import dev.switchback.schema.CatalogReader;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads tables, columns and constraints. */
final class H2Catalog implements CatalogReader {

    private static final String TABLES =
            """
            SELECT table_schema, table_name FROM information_schema.tables
             WHERE table_type = 'BASE TABLE' AND table_schema <> 'INFORMATION_SCHEMA'""";

    private static final String COLUMNS =
            """
            SELECT table_schema, table_name, column_name, ordinal_position, is_nullable, column_default,
                   data_type || coalesce('(' || character_maximum_length || ')', '')
              FROM information_schema.columns
             WHERE (table_schema, table_name) IN (%s)"""
                    .formatted(TABLES);

    private static final String CONSTRAINTS =
            """
            SELECT c.table_schema, c.table_name, c.constraint_name, c.constraint_type,
                   listagg(k.column_name, ', ') WITHIN GROUP (ORDER BY k.ordinal_position)
              FROM information_schema.table_constraints c
                   JOIN information_schema.key_column_usage k
                     ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name
             WHERE c.constraint_type IN ('PRIMARY KEY', 'UNIQUE')
             GROUP BY c.table_schema, c.table_name, c.constraint_name, c.constraint_type""";

    @Override
    public Schema read(Connection connection) throws SQLException {
        List<SchemaObject> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    ObjectName name = ObjectName.of(ObjectKind.TABLE, tables.getString(1), tables.getString(2));
                    objects.add(SchemaObject.of(name, "", Map.of()));
                }
            }
            try (ResultSet columns = statement.executeQuery(COLUMNS)) {
                while (columns.next()) {
                    objects.add(column(columns));
                }
            }
            try (ResultSet constraints = statement.executeQuery(CONSTRAINTS)) {
                while (constraints.next()) {
                    objects.add(constraint(constraints));
                }
            }
        }
        return Schema.of("H2", "", objects, List.of("views, sequences, triggers and foreign keys"));
    }

    private static SchemaObject column(ResultSet column) throws SQLException {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("position", column.getString(4));
        attributes.put("type", column.getString(7));
        if (column.getString(5).equals("NO")) {
            attributes.put("nullability", "not null");
        }
        if (column.getString(6) != null) {
            attributes.put("default", column.getString(6));
        }
        return SchemaObject.of(
                new ObjectName(ObjectKind.COLUMN, column.getString(1), column.getString(2), column.getString(3)),
                column.getString(7) + (column.getString(5).equals("NO") ? " not null" : ""),
                attributes);
    }

    private static SchemaObject constraint(ResultSet constraint) throws SQLException {
        ObjectKind kind = constraint.getString(4).equals("UNIQUE") ? ObjectKind.UNIQUE : ObjectKind.PRIMARY_KEY;
        return SchemaObject.of(
                new ObjectName(kind, constraint.getString(1), constraint.getString(2), constraint.getString(3)),
                constraint.getString(4) + " (" + constraint.getString(5) + ")",
                Map.of("columns", constraint.getString(5)));
    }
}

package dev.switchback.postgresql.catalog;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Objects without rows of their own that, by the server's dependencies, are in the way of dropping others. */
final class DependentObjects {

    /** Tables and sequences are not followed: nothing of theirs goes. Of a default it is the column that is found. */
    private static final String FOUND =
            """
            with recursive found (classid, objid, objsubid) as (
              select c::regclass::oid, o, s from unnest(?::text[], ?::oid[], ?::int[]) as root (c, o, s)
              union
              select n.classid, n.objid, n.objsubid from found f cross join lateral (
                select d.classid, d.objid, d.objsubid from pg_depend d
                where d.refclassid = f.classid and d.refobjid = f.objid and (f.objsubid = 0 or d.refobjsubid = f.objsubid)
                  and not (d.classid = 'pg_class'::regclass and d.objsubid = 0 and exists (
                    select from pg_class c where c.oid = d.objid and c.relkind in ('r', 'p', 'f', 'S', 't')))
                union all
                select 'pg_class'::regclass, r.ev_class, 0 from pg_rewrite r
                where f.classid = 'pg_rewrite'::regclass and r.oid = f.objid and r.rulename = '_RETURN'
                union all
                select 'pg_class'::regclass, a.adrelid, a.adnum
                from pg_attrdef a join pg_attribute g on g.attrelid = a.adrelid and g.attnum = a.adnum
                where f.classid = 'pg_attrdef'::regclass and a.oid = f.objid and g.attgenerated <> ''
                union all
                select 'pg_constraint'::regclass, k.oid, 0 from pg_constraint k
                where f.classid = 'pg_class'::regclass and k.conindid = f.objid and k.contype in ('p', 'u', 'x')
                union all
                select 'pg_opfamily'::regclass, m.amopfamily, 0 from pg_amop m
                where f.classid = 'pg_amop'::regclass and m.oid = f.objid
                union all
                select 'pg_opfamily'::regclass, m.amprocfamily, 0 from pg_amproc m
                where f.classid = 'pg_amproc'::regclass and m.oid = f.objid) n)
            select classid::regclass::text, case when objsubid = 0 then objid::int8 else (objid::int8 << 16) | objsubid end, false
            from found
            union all
            select 'pg_class', (a.adrelid::int8 << 16) | a.adnum, true
            from found f join pg_attrdef a on f.classid = 'pg_attrdef'::regclass and a.oid = f.objid
              join pg_attribute g on g.attrelid = a.adrelid and g.attnum = a.adnum and g.attgenerated = ''
            """;

    private record Key(String catalog, long identity) {}

    private final Map<Key, SchemaObject> objects = new HashMap<>();

    private DependentObjects(Schema schema) {
        for (SchemaObject object : schema.objects()) {
            catalog(object.kind()).ifPresent(catalog -> objects.put(new Key(catalog, object.identity()), object));
        }
    }

    /** Some objects and those that depend on them, near and far; a column that only has a default of that kind comes without it. */
    static List<SchemaObject> of(Connection connection, Schema schema, Collection<SchemaObject> roots)
            throws SQLException {
        return new DependentObjects(schema).read(connection, roots);
    }

    private List<SchemaObject> read(Connection connection, Collection<SchemaObject> roots) throws SQLException {
        List<String> catalogs = new ArrayList<>();
        List<Long> oids = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (SchemaObject root : roots) {
            catalog(root.kind()).ifPresent(catalog -> {
                boolean isColumn = root.kind() == ObjectKind.COLUMN;
                catalogs.add(catalog);
                oids.add(isColumn ? root.identity() >> 16 : root.identity());
                columns.add(isColumn ? (int) (root.identity() & 0xFFFF) : 0);
            });
        }
        Map<Key, SchemaObject> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FOUND)) {
            statement.setArray(1, array(connection, "text", catalogs));
            statement.setArray(2, array(connection, "int8", oids));
            statement.setArray(3, array(connection, "int4", columns));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Key key = new Key(rows.getString(1), rows.getLong(2));
                    SchemaObject object = objects.get(key);
                    if (object != null) {
                        if (rows.getBoolean(3)) {
                            found.put(key, withoutDefault(object));
                        } else if (holdsNoRows(object)) {
                            found.put(key, object);
                        }
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static Array array(Connection connection, String type, List<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static SchemaObject withoutDefault(SchemaObject column) {
        TreeMap<String, String> attributes = new TreeMap<>(column.attributes());
        attributes.remove("default");
        return new SchemaObject(column.name(), column.definition(), attributes, column.identity());
    }

    private static boolean holdsNoRows(SchemaObject object) {
        return switch (object.kind()) {
            case COLUMN -> !object.attribute("generated").isEmpty();
            case TABLE, FOREIGN_TABLE, SEQUENCE, ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> false;
            default -> true;
        };
    }

    private static Optional<String> catalog(ObjectKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case COLUMN, TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX, COMPOSITE_TYPE ->
                        "pg_class";
                    case ENUM, DOMAIN, RANGE_TYPE, BASE_TYPE -> "pg_type";
                    case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION -> "pg_constraint";
                    case FUNCTION, PROCEDURE, AGGREGATE -> "pg_proc";
                    case TRIGGER -> "pg_trigger";
                    case EVENT_TRIGGER -> "pg_event_trigger";
                    case RULE -> "pg_rewrite";
                    case POLICY -> "pg_policy";
                    case STATISTICS -> "pg_statistic_ext";
                    case OPERATOR -> "pg_operator";
                    case OPERATOR_CLASS -> "pg_opclass";
                    case OPERATOR_FAMILY -> "pg_opfamily";
                    case CAST -> "pg_cast";
                    case COLLATION -> "pg_collation";
                    default -> null;
                });
    }
}

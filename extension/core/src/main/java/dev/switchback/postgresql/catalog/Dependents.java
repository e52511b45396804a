package dev.switchback.postgresql.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What may read otherwise because the columns of some relations have changed.
 *
 * @param relations views, tables with rules, and partitions with what they are parts of
 * @param catalogs where the others are listed
 */
record Dependents(Set<Long> relations, Set<String> catalogs) {

    /**
     * Columns {@code catalog}, {@code relation}; its parameter is an array of relations. {@code offset 0} has the
     * dependencies looked up one by one, as they are few, and not read from end to end.
     */
    static final String QUERY =
            """
            with recursive affected (classid, objid) as (
              select 'pg_class'::regclass::oid, unnest($1)
              union
              select d.classid, d.objid from affected a cross join lateral (
                select * from pg_depend d where d.refclassid = a.classid and d.refobjid = a.objid offset 0) d
              where d.classid in ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass)),
            above (relation) as (
              select unnest($1) union select h.inhparent from above a join pg_inherits h on h.inhrelid = a.relation)
            select distinct classid::regclass::text as catalog, 0::int8 as relation from affected
            where classid in ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass)
            union all
            select null, r.ev_class from affected a join pg_rewrite r on a.classid = 'pg_rewrite'::regclass and r.oid = a.objid
            union all
            select null, relation from above
            union all
            select null, inhrelid from pg_inherits where inhparent = any ($1)
            """;

    static Dependents read(Statement statement, String sql) throws SQLException {
        Dependents dependents = new Dependents(new HashSet<>(), new HashSet<>());
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String catalog = rows.getString(1);
                if (catalog == null) {
                    dependents.relations.add(rows.getLong(2));
                } else {
                    dependents.catalogs.add(catalog);
                }
            }
        }
        return dependents;
    }
}

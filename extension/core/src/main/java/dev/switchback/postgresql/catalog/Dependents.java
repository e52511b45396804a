package dev.switchback.postgresql.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * The objects that may read otherwise because some relations have changed. The queries give two columns, a catalog or null and a
 * relation, and take an array of relations. Their {@code offset 0} has dependencies looked up one by one, as they
 * are few, and not read from end to end.
 *
 * @param relations those whose own objects may, in every aspect
 * @param catalogs where the others are listed
 */
record Dependents(Set<Long> relations, Set<String> catalogs) {

    /**
     * On the columns of relations, whatever their names: queries, as in views, that name all of them; what a partition is
     * told by those above and below; the table whose identity column a sequence serves, or whose long values a relation
     * holds.
     */
    static final String OF_COLUMNS =
            """
            with recursive affected (classid, objid) as (
              select 'pg_class'::regclass::oid, unnest($1)
              union
              select d.classid, d.objid from affected a cross join lateral (
                select * from pg_depend d where d.refclassid = a.classid and d.refobjid = a.objid offset 0) d
              where d.classid in ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass)),
            above (below, relation) as (
              select changed, changed from unnest($1) changed
              union
              select a.below, h.inhparent from above a join pg_inherits h on h.inhrelid = a.relation)
            select distinct classid::regclass::text as catalog, 0::int8 as relation from affected
            where classid in ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass)
            union all
            select null, r.ev_class from affected a join pg_rewrite r on a.classid = 'pg_rewrite'::regclass and r.oid = a.objid
            union all
            select null, relation from above where relation <> below
            union all
            select null, inhrelid from pg_inherits where inhparent = any ($1)
            union all
            select null, d.refobjid from unnest($1) changed (relation) cross join lateral (
              select * from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = changed.relation
                and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' offset 0) d
            """;

    /** On the names of relations and their columns: everything that refers to them. */
    static final String OF_NAMES =
            """
            with recursive affected (classid, objid) as (
              select 'pg_class'::regclass::oid, unnest($1)
              union
              select d.classid, d.objid from affected a cross join lateral (
                select * from pg_depend d where d.refclassid = a.classid and d.refobjid = a.objid offset 0) d)
            select distinct classid::regclass::text as catalog, 0::int8 as relation from affected
            union all
            select null, coalesce(i.indrelid, a.objid) from affected a left join pg_index i on i.indexrelid = a.objid
            where a.classid = 'pg_class'::regclass
            union all
            select null, k.conrelid from affected a join pg_constraint k on k.oid = a.objid
            where a.classid = 'pg_constraint'::regclass
            union all
            select null, d.adrelid from affected a join pg_attrdef d on d.oid = a.objid
            where a.classid = 'pg_attrdef'::regclass
            union all
            select null, r.ev_class from affected a join pg_rewrite r on r.oid = a.objid
            where a.classid = 'pg_rewrite'::regclass
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

package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of one catalog that say whether a schema has changed.
 *
 * @param catalog where the server keeps them
 * @param sql with the columns {@code relation}, {@code aspect} and {@code xmin} or, where they belong to no relation, {@code
 *     catalog} and {@code xmin}
 */
record CountedRows(String catalog, String sql) {

    /** Of relations: to which a row belongs, to which aspect of it, and {@code xmin}. An index is among its table's keys. */
    static final List<CountedRows> OF_RELATIONS = List.of(
            rows(
                    "pg_class",
                    """
                    coalesce(i.indrelid, c.oid), case when i.indrelid is null then 0 else 2 end, c.xmin
                    from pg_class c left join pg_index i on i.indexrelid = c.oid
                    where c.oid >= 16384"""),
            rows("pg_attrdef", "adrelid, 1, xmin from pg_attrdef"),
            rows("pg_index", "indrelid, 2, xmin from pg_index where indrelid >= 16384"),
            rows("pg_inherits", "inhrelid, 0, xmin from pg_inherits"),
            rows("pg_foreign_table", "ftrelid, 0, xmin from pg_foreign_table"),
            rows("pg_rewrite", "ev_class, 0, xmin from pg_rewrite where oid >= 16384"),
            rows("pg_sequence", "seqrelid, 0, xmin from pg_sequence"),
            rows(
                    "pg_depend",
                    """
                    s.seqrelid, 0, d.xmin from pg_sequence s cross join lateral (
                      select d.xmin from pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.deptype = 'a'
                      offset 0) d"""),
            rows(
                    "pg_constraint",
                    """
                    conrelid, case contype when 'n' then 1 else 2 end, xmin from pg_constraint where conrelid >= 16384"""),
            rows(
                    "pg_trigger",
                    "k.conrelid, 2, t.xmin from pg_constraint k join pg_trigger t on t.tgconstraint = k.oid"),
            rows(
                    "pg_description",
                    """
                    coalesce(i.indrelid, m.objoid),
                      case when i.indrelid is not null then 2 when m.objsubid > 0 then 1 else 0 end, m.xmin
                    from pg_description m left join pg_index i on i.indexrelid = m.objoid
                    where m.objoid >= 16384 and m.classoid = 'pg_class'::regclass"""),
            rows(
                    "pg_description",
                    """
                    k.conrelid, case k.contype when 'n' then 1 else 2 end, m.xmin
                    from pg_description m join pg_constraint k on k.oid = m.objoid
                    where m.objoid >= 16384 and m.classoid = 'pg_constraint'::regclass and k.conrelid <> 0"""));

    /**
     * The columns of relations that were written after a transaction, in rows as {@link VersionsQuery} has them. They are by far the
     * most rows, and need not be counted: none is deleted but with its relation or index, as a column that is dropped keeps its row.
     */
    static final String COLUMNS =
            """
            select null::text, coalesce(i.indrelid, a.attrelid)::int8, case when i.indrelid is null then 1 else 2 end,
              0, age('3'::xid)::int8 - min(a.age)
            from (
              select attrelid, min(age(xmin)) as age from pg_attribute
              where attrelid >= 16384 and attnum > 0 and age(xmin) < age('3'::xid) - $1
              group by attrelid) a
              left join pg_index i on i.indexrelid = a.attrelid
            group by 2, 3""";

    /** Of everything else: {@code xmin}, under the name of the catalog or another for {@link CatalogQuery#catalogs()}. */
    private static final List<CountedRows> OF_OTHERS = List.of(
            ofOthers("pg_aggregate", "xmin from pg_aggregate where aggfnoid >= 16384"),
            ofOthers("pg_extension", "xmin from pg_extension"),
            ofOthers("pg_largeobject_metadata", "xmin from pg_largeobject_metadata"),
            ofBuiltIns("pg_proc", "proacl", true),
            ofBuiltIns("pg_class", "relacl", false),
            ofBuiltIns("pg_type", "typacl", false),
            ofBuiltIns("pg_namespace", "nspacl", false),
            ofBuiltIns("pg_language", "lanacl", false),
            ofBuiltIns("pg_foreign_data_wrapper", "fdwacl", false),
            ofBuiltIns("pg_foreign_server", "srvacl", false),
            ofOthers("pg_namespace", "xmin from pg_namespace"),
            ofOthers("pg_range", "xmin from pg_range where rngtypid >= 16384"),
            ofOthers("pg_trigger", "xmin from pg_trigger where not tgisinternal or tgparentid <> 0"),
            ofOthers("pg_ts_config_map", "xmin from pg_ts_config_map where mapcfg >= 16384"),
            ofOthers(
                    "pg_type",
                    """
                    t.xmin from pg_type t
                    where t.oid >= 16384 and t.typinput <> 'array_in'::regproc
                      and (t.typrelid = 0 or (select c.relkind from pg_class c where c.oid = t.typrelid) = 'c')"""),
            ofOthers("pg_constraint", "'constraints of domains'", "xmin from pg_constraint where contypid >= 16384"),
            ofOthers(
                    "pg_depend",
                    "'members of extensions'",
                    "xmin from pg_depend where refclassid = 'pg_extension'::regclass and deptype in ('e', 'x')"),
            ofOthers(
                    "pg_description",
                    "'comments on ' || classoid::regclass",
                    """
                    xmin from (
                      select classoid, xmin from pg_description where objoid >= 16384
                      union all
                      select m.classoid, m.xmin from pg_namespace n
                        join pg_description m on m.classoid = 'pg_namespace'::regclass and m.objoid = n.oid
                      where n.oid < 16384
                      union all
                      select m.classoid, m.xmin from pg_extension e
                        join pg_description m on m.classoid = 'pg_extension'::regclass and m.objoid = e.oid
                      where e.oid < 16384) comments"""));

    /** Rows of {@link VersionsQuery} about the whole server. Where a number is no transaction, it still differs whenever the rows do. */
    static final String SHARED =
            """
            select 'pg_user_mappings', 0, 0, count(*), max(umid::int8) from pg_user_mappings
            union all
            select 'pg_subscription', 0, 0, count(*), max(extract(epoch from clock_timestamp()) * 1000000)::int8
            from pg_subscription
            union all
            select 'roles', 0, 0, count(*), sum(hashtextextended(rolname, oid::int8) / 1000000)::int8 from pg_roles
            union all
            select 'tablespaces', 0, 0, count(*), ${newest xmin} from pg_tablespace
            union all
            select 'owner of the database', 0, 0, 1, datdba::int8 from pg_database where datname = current_database()
            """;

    private static CountedRows rows(String catalog, String sql) {
        return new CountedRows(catalog, "select " + sql);
    }

    private static CountedRows ofOthers(String catalog, String name, String sql) {
        return rows(catalog, name + " as catalog, " + sql);
    }

    /** The rows of what the server or an extension brings that somebody may have changed. */
    private static CountedRows ofBuiltIns(String catalog, String privileges, boolean allOfExtensions) {
        String ofExtension =
                """
                b.oid in (select objid from pg_depend where classid = '%s'::regclass
                  and refclassid = 'pg_extension'::regclass and deptype = 'e')"""
                        .formatted(catalog);
        String condition = allOfExtensions
                ? "(b.oid < 16384 and b.%s is not null) or %s"
                : "b.%s is not null and (b.oid < 16384 or %s)";
        return ofOthers(
                catalog,
                "'members of extensions'",
                "b.xmin from " + catalog + " b where " + condition.formatted(privileges, ofExtension));
    }

    private static CountedRows ofOthers(String catalog, String sql) {
        return ofOthers(catalog, "'" + catalog + "'", sql);
    }

    /** Those that belong to no relation. */
    static List<CountedRows> ofOthers(int version) {
        return Stream.concat(
                        OF_OTHERS.stream(),
                        NumberedCatalogs.of(version).stream()
                                .map(catalog -> ofOthers(catalog, "xmin from " + catalog + " where oid >= 16384")))
                .toList();
    }
}

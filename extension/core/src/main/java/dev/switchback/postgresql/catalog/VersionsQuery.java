package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** The query for {@link CatalogVersions}: columns {@code catalog}, {@code relation}, {@code aspect},
 * {@code rows}, {@code newest}. */
final class VersionsQuery {

    /** Changes that can alter the text of anything: the names of roles and tablespaces, what belongs to extensions. */
    static final List<String> FOR_ALL =
            List.of("roles", "tablespaces", "owner of the database", "members of extensions", "pg_extension");

    /** Where a number is no transaction, it still differs whenever the rows do. */
    private static final String OTHERS =
            """
            select 'pg_aggregate', 0, 0, count(*), ${newest xmin} from pg_aggregate where aggfnoid >= 16384
            union all
            select 'pg_extension', 0, 0, count(*), ${newest xmin} from pg_extension
            union all
            select 'pg_namespace', 0, 0, count(*), ${newest xmin} from pg_namespace
            union all
            select 'pg_range', 0, 0, count(*), ${newest xmin} from pg_range where rngtypid >= 16384
            union all
            select 'pg_trigger', 0, 0, count(*), ${newest xmin} from pg_trigger where not tgisinternal or tgparentid <> 0
            union all
            select 'pg_ts_config_map', 0, 0, count(*), ${newest xmin} from pg_ts_config_map where mapcfg >= 16384
            union all
            select 'pg_type', 0, 0, count(*), ${newest t.xmin} from pg_type t
            where t.oid >= 16384 and t.typinput <> 'array_in'::regproc
              and (t.typrelid = 0 or (select c.relkind from pg_class c where c.oid = t.typrelid) = 'c')
            union all
            select 'pg_user_mappings', 0, 0, count(*), max(umid::int8) from pg_user_mappings
            union all
            select 'pg_subscription', 0, 0, count(*), max(extract(epoch from clock_timestamp()) * 1000000)::int8 from pg_subscription
            union all
            select 'constraints of domains', 0, 0, count(*), ${newest xmin} from pg_constraint where contypid >= 16384
            union all
            select 'members of extensions', 0, 0, count(*), ${newest xmin} from pg_depend
            where refclassid = 'pg_extension'::regclass and deptype = 'e'
            union all
            select 'roles', 0, 0, count(*), sum(hashtextextended(rolname, oid::int8) / 1000000)::int8 from pg_roles
            union all
            select 'tablespaces', 0, 0, count(*), ${newest xmin} from pg_tablespace
            union all
            select 'owner of the database', 0, 0, 1, datdba::int8 from pg_database where datname = current_database()
            union all
            select 'comments on ' || classoid::regclass, 0, 0, count(*), ${newest xmin}
            from (
              select classoid, xmin from pg_description where objoid >= 16384
              union all
              select m.classoid, m.xmin from pg_namespace n
                join pg_description m on m.classoid = 'pg_namespace'::regclass and m.objoid = n.oid
              where n.oid < 16384
              union all
              select m.classoid, m.xmin from pg_extension e
                join pg_description m on m.classoid = 'pg_extension'::regclass and m.objoid = e.oid
              where e.oid < 16384) comments
            group by classoid
            """;

    /** What an index is, is among its table's keys; a not null constraint is among the columns. */
    private static final String RELATIONS =
            """
            select null::text as catalog, owner::int8 as relation, aspect, count(*) as rows, ${newest xmin} as newest
            from (
              select coalesce(i.indrelid, c.oid) as owner, case when i.indrelid is null then 0 else 2 end as aspect, c.xmin
              from pg_class c left join pg_index i on i.indexrelid = c.oid
              where c.oid >= 16384
              union all
              select coalesce(i.indrelid, a.attrelid), case when i.indrelid is null then 1 else 2 end, a.xmin
              from pg_attribute a left join pg_index i on i.indexrelid = a.attrelid
              where a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped
              union all
              select adrelid, 1, xmin from pg_attrdef
              union all
              select indrelid, 2, xmin from pg_index where indrelid >= 16384
              union all
              select inhrelid, 0, xmin from pg_inherits
              union all
              select ftrelid, 0, xmin from pg_foreign_table
              union all
              select ev_class, 0, xmin from pg_rewrite where oid >= 16384
              union all
              select seqrelid, 0, xmin from pg_sequence
              union all
              select s.seqrelid, 0, d.xmin from pg_sequence s cross join lateral (
                select d.xmin from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.deptype = 'a'
                offset 0) d
              union all
              select conrelid, case contype when 'n' then 1 else 2 end, xmin from pg_constraint where conrelid >= 16384
              union all
              select k.conrelid, 2, t.xmin from pg_constraint k join pg_trigger t on t.tgconstraint = k.oid
              union all
              select coalesce(i.indrelid, m.objoid), case when i.indrelid is not null then 2 when m.objsubid > 0 then 1 else 0 end, m.xmin
              from pg_description m left join pg_index i on i.indexrelid = m.objoid
              where m.objoid >= 16384 and m.classoid = 'pg_class'::regclass
              union all
              select k.conrelid, case k.contype when 'n' then 1 else 2 end, m.xmin
              from pg_description m join pg_constraint k on k.oid = m.objoid
              where m.objoid >= 16384 and m.classoid = 'pg_constraint'::regclass and k.conrelid <> 0) parts
            group by owner, aspect
            """;

    private VersionsQuery() {}

    static String of(int version) {
        return Sql.ofAll(version)
                .expand(RELATIONS + "union all\n" + OTHERS + "union all\n" + byOid(NumberedCatalogs.of(version)));
    }

    private static String byOid(List<String> catalogs) {
        return catalogs.stream()
                .map(catalog -> "select '%1$s' as catalog, xmin from %1$s where oid >= 16384".formatted(catalog))
                .collect(Collectors.joining(
                        "\nunion all\n",
                        "select catalog, 0, 0, count(*), ${newest xmin} from (\n",
                        ") catalogs group by catalog\n"));
    }
}

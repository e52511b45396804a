package dev.switchback.postgresql.catalog;

import java.util.Set;

/** Tables, views and their columns. */
final class TableQueries {

    /** A replica identity whose index is gone counts as none, which is how the server takes it. */
    static final CatalogQuery TABLES = CatalogQuery.ofRelations(
            Set.of(Aspect.ITSELF, Aspect.KEYS),
            """
            select case c.relkind when 'f' then 'FOREIGN_TABLE' else 'TABLE' end as kind, n.nspname as schema, null as parent,
              c.relname as name, c.oid as identity, null as definition, c.oid as relation,
              case c.relpersistence when 'u' then 'unlogged' end as persistence,
              case c.relkind when 'p' then pg_get_partkeydef(c.oid) end as "partitioned by",
              case when c.relispartition then i.parents || ' ' || pg_get_expr(c.relpartbound, c.oid) end as "partition of",
              case when not c.relispartition then i.parents end as inherits,
              case when c.reloftype <> 0 then format_type(c.reloftype, null) end as "of type",
              nullif(am.amname, 'heap') as "access method",
              s.spcname as tablespace,
              nullif(concat_ws(', ', ${options c.reloptions},
                'toast: ' || ${options t.reloptions}), '') as options,
              nullif(concat_ws(', ', case when c.relrowsecurity then 'enabled' end,
                case when c.relforcerowsecurity then 'forced' end), '') as "row security",
              case when c.relkind = 'f' then null when c.relreplident = 'f' then 'full' when c.relreplident = 'i'
                and exists (select from pg_index x where x.indrelid = c.oid and x.indisreplident) then 'index'
                when c.relreplident in ('n', 'i') then 'nothing' end as "replica identity",
              fs.srvname as server,
              ${options f.ftoptions} as "foreign options",
              ${owner c.relowner} as owner,
              ${privileges r c.relacl c.relowner} as privileges,
              ${comment pg_class c.oid} as comment
            from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              left join pg_am am on am.oid = c.relam
              left join pg_tablespace s on s.oid = c.reltablespace
              left join pg_class t on t.oid = c.reltoastrelid
              left join pg_foreign_table f on f.ftrelid = c.oid
              left join pg_foreign_server fs on fs.oid = f.ftserver
              left join (
                select h.inhrelid, string_agg(concat(pn.nspname, '.', p.relname,
                    case when h.inhdetachpending then ' (detach pending)' end), ', ' order by h.inhseqno) as parents
                from pg_inherits h join pg_class p on p.oid = h.inhparent join pg_namespace pn on pn.oid = p.relnamespace
                where p.relkind in ('r', 'p', 'f') and ${of h.inhrelid}
                group by h.inhrelid) i on i.inhrelid = c.oid
            where ${created pg_class c : c.relkind in ('r', 'p', 'f')} and ${of c.oid} and ${user n} and ${mine pg_class c.oid}
            """);

    static final CatalogQuery COLUMNS = CatalogQuery.ofRelations(
            Set.of(Aspect.COLUMNS),
            """
            select 'COLUMN' as kind, schema, parent, name, identity,
              concat(type, ' collate ' || "collation", ' ' || nullability, ' default ' || "default",
                ' generated always as ' || generated, ' generated ' || identity_kind || ' as identity') as definition, relid as relation,
              type, nullability, "default", generated,
              identity_kind || case when q.options <> '' then ' (' || q.options || ')' else '' end as "identity",
              "collation", storage, compression, statistics, columns.options, "foreign options", privileges, comment,
              "not null constraint",
              "sequence privileges", "sequence comment", "sequence persistence", inherited, position
            from (
              select n.nspname as schema, c.relname as parent, a.attname as name, c.oid as relid, a.attnum,
                (c.oid::int8 << 16) | a.attnum as identity,
                case when a.atttypid in (1043, 1015) then replace(format_type(a.atttypid, a.atttypmod), 'character varying', 'varchar')
                  else format_type(a.atttypid, a.atttypmod) end as type,
                case when a.attnotnull then concat('not null', ${since 18 case when not nn.convalidated then ' not valid' end, case when nn.connoinherit then ' no inherit' end : null}) end as nullability,
                case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default",
                case a.attgenerated when 's' then '(' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                  when 'v' then '(' || pg_get_expr(d.adbin, d.adrelid) || ') virtual' end as generated,
                case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity_kind,
                case when a.attcollation <> t.typcollation then quote_ident(con.nspname) || '.' || quote_ident(co.collname) end as "collation",
                case when a.attstorage <> t.typstorage then case a.attstorage when 'p' then 'plain' when 'e' then 'external'
                  when 'm' then 'main' else 'extended' end end as storage,
                case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
                nullif(a.attstattarget, -1) as statistics,
                case when a.attoptions is not null then ${options a.attoptions} end as options,
                case when a.attfdwoptions is not null then ${options a.attfdwoptions} end as "foreign options",
                ${privileges c a.attacl c.relowner} as privileges,
                m.description as comment,
                ${since 18 case when nn.conislocal then nullif(nn.conname, c.relname || '_' || a.attname || '_not_null') end : null::text} as "not null constraint",
                case when a.attislocal and a.attinhcount > 0 and not c.relispartition then 'defined here too' end as inherited,
                row_number() over (partition by c.oid order by a.attnum) as position
              from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                join pg_type t on t.oid = a.atttypid
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                left join pg_collation co on co.oid = a.attcollation
                left join pg_namespace con on con.oid = co.collnamespace
                left join pg_description m on m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid = a.attnum
                ${since 18 left join pg_constraint nn on nn.conrelid = c.oid and nn.contype = 'n' and nn.conkey[1] = a.attnum : }
              where ${created pg_class c : c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')} and ${of c.oid} and ${user n}
                and case c.relkind when 'c' then ${mine pg_type c.reltype} else ${mine pg_class c.oid} end
            ) columns
            left join (
            """
                    + SequenceQueries.OF_IDENTITY
                    + ") q on identity_kind is not null and q.refobjid = relid and q.refobjsubid = attnum");

    static final CatalogQuery VIEWS = CatalogQuery.ofRelations(
            Set.of(Aspect.ITSELF, Aspect.COLUMNS),
            """
            select case c.relkind when 'v' then 'VIEW' else 'MATERIALIZED_VIEW' end as kind, n.nspname as schema, null as parent,
              c.relname as name, c.oid as identity, pg_get_viewdef(c.oid) as definition, c.oid as relation,
              nullif(concat_ws(', ', ${options c.reloptions}, 'toast: ' || ${options t.reloptions}), '') as options,
              case when not c.relispopulated then 'not populated' end as populated,
              nullif(am.amname, 'heap') as "access method",
              s.spcname as tablespace,
              case c.relpersistence when 'u' then 'unlogged' end as persistence,
              case c.relkind when 'm' then ${depends pg_class c.oid} end as "depends on extension",
              ${owner c.relowner} as owner,
              ${privileges r c.relacl c.relowner} as privileges,
              ${comment pg_class c.oid} as comment
            from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              left join pg_am am on am.oid = c.relam
              left join pg_tablespace s on s.oid = c.reltablespace
              left join pg_class t on t.oid = c.reltoastrelid
            where ${created pg_class c : c.relkind in ('v', 'm')} and ${of c.oid} and ${user n} and ${mine pg_class c.oid}
            """);

    private TableQueries() {}
}

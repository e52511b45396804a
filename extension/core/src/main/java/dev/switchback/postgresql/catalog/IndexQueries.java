package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.Set;

/** Indexes that serve no constraint, those of partitions only where they say more than their parent, and statistics. */
final class IndexQueries {

    static final CatalogQuery INDEXES = CatalogQuery.ofRelations(
            Set.of(Aspect.KEYS),
            """
            select 'INDEX' as kind, n.nspname as schema, t.relname as parent, c.relname as name, c.oid as identity,
              pg_get_indexdef(c.oid) as definition, t.oid as relation,
              (select string_agg(pg_get_indexdef(c.oid, key, false), ', ' order by key)
                from generate_series(1, i.indnkeyatts) key) as columns,
              case when i.indnatts > i.indnkeyatts then (
                select string_agg(pg_get_indexdef(c.oid, key, false), ', ' order by key)
                from generate_series(i.indnkeyatts + 1, i.indnatts) key) end as include,
              nullif(am.amname, 'btree') as method,
              case when i.indisunique then 'unique' end as uniqueness,
              ${since 15 case when i.indnullsnotdistinct then 'not distinct' end : null::text} as nulls,
              pg_get_expr(i.indpred, i.indrelid) as predicate,
              case when not i.indisvalid then 'invalid' end as valid,
              case when i.indisclustered then 'clustered' end as clustered,
              case when i.indisreplident then 'replica identity' end as "replica identity",
              ${options c.reloptions} as options,
              s.spcname as tablespace,
              ${part c} as "part of",
              case when i.indexprs is not null then (
                select string_agg(a.attnum || ': ' || a.attstattarget, ', ' order by a.attnum)
                from pg_attribute a where a.attrelid = c.oid and a.attstattarget >= 0) end as statistics,
              ${depends pg_class c.oid} as "depends on extension",
              ${comment pg_class c.oid} as comment
            from pg_index i
              join pg_class c on c.oid = i.indexrelid
              join pg_class t on t.oid = i.indrelid
              join pg_namespace n on n.oid = c.relnamespace
              join pg_am am on am.oid = c.relam
              left join pg_tablespace s on s.oid = c.reltablespace
            where ${created pg_class c : c.relkind in ('i', 'I')} and ${of i.indrelid} and (not c.relispartition or ${own c i idx}) and ${user n} and ${mine pg_class t.oid}
              and not exists (
                select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
            """);

    static final CatalogQuery STATISTICS = new CatalogQuery(
            List.of("pg_statistic_ext", "comments on pg_statistic_ext"),
            """
            select 'STATISTICS' as kind, n.nspname as schema, c.relname as parent, s.stxname as name, s.oid as identity,
              pg_get_statisticsobjdef(s.oid) as definition,
              nullif(s.stxstattarget, -1) as statistics,
              ${owner s.stxowner} as owner,
              ${comment pg_statistic_ext s.oid} as comment
            from pg_statistic_ext s
              join pg_namespace n on n.oid = s.stxnamespace
              join pg_class c on c.oid = s.stxrelid
            where ${created pg_statistic_ext s} and ${user n} and ${mine pg_statistic_ext s.oid}
            """);

    private IndexQueries() {}
}

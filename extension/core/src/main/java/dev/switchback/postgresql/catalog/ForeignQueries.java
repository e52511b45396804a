package dev.switchback.postgresql.catalog;

import java.util.List;

/** Queries for the objects that lead to other servers: foreign data and logical replication. */
final class ForeignQueries {

    static final CatalogQuery SERVERS = new CatalogQuery(
            List.of(
                    "pg_foreign_data_wrapper",
                    "pg_foreign_server",
                    "pg_user_mappings",
                    "comments on pg_foreign_data_wrapper",
                    "comments on pg_foreign_server"),
            """
            select 'FOREIGN_DATA_WRAPPER' as kind, null as schema, null as parent, w.fdwname as name, w.oid as identity,
              concat_ws(' ', 'handler ' || nullif(w.fdwhandler, 0)::regproc::text,
                'validator ' || nullif(w.fdwvalidator, 0)::regproc::text) as definition,
              ${options w.fdwoptions} as options,
              ${owner w.fdwowner} as owner,
              ${privileges F w.fdwacl w.fdwowner} as privileges,
              ${comment pg_foreign_data_wrapper w.oid} as comment
            from pg_foreign_data_wrapper w
            where ${created pg_foreign_data_wrapper w} and ${mine pg_foreign_data_wrapper w.oid}
            union all
            select 'FOREIGN_SERVER', null, null, s.srvname, s.oid,
              concat_ws(' ', 'type ' || quote_literal(s.srvtype), 'version ' || quote_literal(s.srvversion), 'wrapper ' || w.fdwname),
              ${options s.srvoptions},
              ${owner s.srvowner},
              ${privileges S s.srvacl s.srvowner},
              ${comment pg_foreign_server s.oid}
            from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
            where ${created pg_foreign_server s} and ${mine pg_foreign_server s.oid}
            union all
            select 'USER_MAPPING', null, u.srvname, u.usename, u.umid, null, null, null, null, null
            from pg_user_mappings u
            """);

    static final CatalogQuery PUBLICATIONS = new CatalogQuery(
            List.of("pg_publication", "pg_publication_rel", "pg_publication_namespace", "comments on pg_publication"),
            """
            select 'PUBLICATION' as kind, null as schema, null as parent, p.pubname as name, p.oid as identity, null as definition,
              case when p.puballtables then 'all' else (
                select string_agg(concat(n.nspname, '.', c.relname${since 15 , ' (' || (
                    select string_agg(a.attname, ', ' order by key.n)
                    from unnest(r.prattrs) with ordinality as key (attnum, n)
                      join pg_attribute a on a.attrelid = c.oid and a.attnum = key.attnum) || ')',
                  ' where ' || pg_get_expr(r.prqual, r.prrelid) : }), ', ' order by n.nspname, c.relname)
                from pg_publication_rel r
                  join pg_class c on c.oid = r.prrelid
                  join pg_namespace n on n.oid = c.relnamespace
                where r.prpubid = p.oid) end as tables,
              ${since 15 (
                select string_agg(n.nspname, ', ' order by n.nspname)
                from pg_publication_namespace r join pg_namespace n on n.oid = r.pnnspid where r.pnpubid = p.oid) : null::text} as schemas,
              nullif(concat_ws(', ', case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
                case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end),
                'insert, update, delete, truncate') as publishes,
              case when p.pubviaroot then 'root' end as "published via",
              ${since 18 case when p.pubgencols = 's' then 'stored' end : null::text} as "generated columns",
              ${owner p.pubowner} as owner,
              ${comment pg_publication p.oid} as comment
            from pg_publication p where ${created pg_publication p} and ${mine pg_publication p.oid}
            """);

    static final CatalogQuery SUBSCRIPTIONS = new CatalogQuery(
            List.of("pg_subscription"),
            """
            select 'SUBSCRIPTION' as kind, null as schema, null as parent, s.subname as name, s.oid as identity,
              concat_ws(' ', 'publications', array_to_string(s.subpublications, ', '), 'slot ' || s.subslotname,
                'synchronous_commit ' || s.subsynccommit, case when s.subbinary then 'binary' end) as definition,
              case when not s.subenabled then 'disabled' end as enabled,
              ${since 16 case s.substream when 't' then 'on' when 'p' then 'parallel' end : case when s.substream then 'on' end} as streaming,
              ${since 15 case when s.subtwophasestate <> 'd' then 'on' end : null::text} as "two phase",
              ${since 15 case when s.subdisableonerr then 'disable' end : null::text} as "on error",
              ${since 16 nullif(s.suborigin, 'any') : null::text} as origin,
              ${since 16 case when s.subrunasowner then 'owner' end : null::text} as "runs as",
              ${since 16 case when not s.subpasswordrequired then 'not required' end : null::text} as password,
              ${since 17 case when s.subfailover then 'on' end : null::text} as failover,
              ${owner s.subowner} as owner,
              (select description from pg_description where classoid = 'pg_subscription'::regclass and objoid = s.oid) as comment
            from pg_subscription s
            where s.subdbid = (select oid from pg_database where datname = current_database())
            """);

    private ForeignQueries() {}
}

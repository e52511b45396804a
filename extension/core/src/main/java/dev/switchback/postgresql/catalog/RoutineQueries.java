package dev.switchback.postgresql.catalog;

import java.util.List;

/** Functions, procedures and aggregates, without the functions that come with a range type. */
final class RoutineQueries {

    static final CatalogQuery ROUTINES = new CatalogQuery(
            List.of("pg_proc", "pg_aggregate", "comments on pg_proc"),
            """
            select case p.prokind when 'p' then 'PROCEDURE' when 'a' then 'AGGREGATE' else 'FUNCTION' end as kind,
              n.nspname as schema, null as parent, p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as name,
              p.oid as identity,
              case p.prokind when 'a' then concat_ws(' ',
                  'sfunc', g.aggtransfn, 'stype', format_type(g.aggtranstype, null), 'sspace ' || nullif(g.aggtransspace, 0),
                  'finalfunc ' || nullif(g.aggfinalfn, 0)::regproc::text, case when g.aggfinalextra then 'extra' end,
                  'modify', g.aggfinalmodify, 'combinefunc ' || nullif(g.aggcombinefn, 0)::regproc::text,
                  'serialfunc ' || nullif(g.aggserialfn, 0)::regproc::text, 'deserialfunc ' || nullif(g.aggdeserialfn, 0)::regproc::text,
                  'initcond ' || quote_literal(g.agginitval), 'msfunc ' || nullif(g.aggmtransfn, 0)::regproc::text,
                  'minvfunc ' || nullif(g.aggminvtransfn, 0)::regproc::text, 'mstype ' || format_type(nullif(g.aggmtranstype, 0), null),
                  'msspace ' || nullif(g.aggmtransspace, 0), 'mfinalfunc ' || nullif(g.aggmfinalfn, 0)::regproc::text,
                  case when g.aggmfinalextra then 'mextra' end,
                  'mmodify ' || nullif(g.aggmfinalmodify, case when g.aggkind = 'n' then 'r'::"char" else 'w'::"char" end)::text,
                  'minitcond ' || quote_literal(g.aggminitval),
                  'sortop ' || nullif(g.aggsortop, 0)::regoperator::text, 'kind', g.aggkind, 'direct', g.aggnumdirectargs)
                else pg_get_functiondef(p.oid) end as definition,
              nullif(pg_get_function_arguments(p.oid), '') as arguments,
              pg_get_function_result(p.oid) as returns,
              nullif(l.lanname, 'internal') as language,
              case when p.prokind <> 'a' then coalesce(pg_get_function_sqlbody(p.oid),
                case when p.probin is null then p.prosrc else p.probin || ' ' || p.prosrc end) end as body,
              case p.provolatile when 'i' then 'immutable' when 's' then 'stable' end as volatility,
              case when p.proisstrict then 'strict' end as strictness,
              case when p.prosecdef then 'definer' end as security,
              case when p.proleakproof then 'leakproof' end as leaks,
              case p.proparallel when 's' then 'safe' when 'r' then 'restricted' end as parallel,
              case p.prokind when 'w' then 'window' end as window,
              nullif(p.procost, case when l.lanname in ('internal', 'c') then 1 else 100 end)::text as cost,
              nullif(p.prorows, case when p.proretset then 1000 else 0 end)::text as rows,
              nullif(p.prosupport, 0)::regproc::text as support,
              case when p.protrftypes is not null then
                (select string_agg(format_type(t, null), ', ') from unnest(p.protrftypes) t) end as transforms,
              ${options p.proconfig} as settings,
              ${depends pg_proc p.oid} as "depends on extension",
              ${owner p.proowner} as owner,
              ${privileges f p.proacl p.proowner} as privileges,
              ${comment pg_proc p.oid} as comment
            from pg_proc p
              join pg_namespace n on n.oid = p.pronamespace
              join pg_language l on l.oid = p.prolang
              left join pg_aggregate g on g.aggfnoid = p.oid
            where ${created pg_proc p} and ${user n} and ${alone pg_proc p.oid}
            """);

    private RoutineQueries() {}
}

package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.Set;

/** Constraints of tables and domains; of a table, one that is only inherited is its parent's, unless something was added to it. */
final class ConstraintQueries {

    static final CatalogQuery CONSTRAINTS = CatalogQuery.ofRelations(
            Set.of(Aspect.KEYS),
            """
            select case k.contype when 'p' then 'PRIMARY_KEY' when 'u' then 'UNIQUE' when 'f' then 'FOREIGN_KEY'
                when 'c' then 'CHECK' else 'EXCLUSION' end as kind,
              n.nspname as schema, c.relname as parent, k.conname as name, k.oid as identity,
              pg_get_constraintdef(k.oid) as definition, c.oid as relation,
              case when k.contype in ('p', 'u', 'f') then (
                select string_agg(a.attname, ', ' order by key.n)
                from unnest(k.conkey) with ordinality as key (attnum, n)
                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.attnum) end as columns,
              case k.contype when 'c' then pg_get_expr(k.conbin, k.conrelid) end as expression,
              case k.contype when 'f' then (
                select concat(fn.nspname, '.', fc.relname, '(', string_agg(a.attname, ', ' order by key.n), ')')
                from unnest(k.confkey) with ordinality as key (attnum, n)
                  join pg_attribute a on a.attrelid = k.confrelid and a.attnum = key.attnum
                  join pg_class fc on fc.oid = k.confrelid
                  join pg_namespace fn on fn.oid = fc.relnamespace
                group by fn.nspname, fc.relname) end as references,
              case k.confupdtype when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null'
                when 'd' then 'set default' end as "on update",
              case k.confdeltype when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null'
                when 'd' then 'set default' end as "on delete",
              case k.confmatchtype when 'f' then 'full' when 'p' then 'partial' end as match,
              case when k.condeferred then 'initially deferred' when k.condeferrable then 'initially immediate' end as deferrable,
              case when not k.convalidated then 'not valid' when not i.indisvalid then 'invalid' end as valid,
              ${since 18 case when not k.conenforced then 'not enforced' end : null::text} as enforced,
              case when k.contype = 'c' and k.connoinherit then 'no inherit' end as inheritance,
              g.state as enabled,
              case when i.indisclustered then 'clustered' end as clustered,
              case when i.indisreplident then 'replica identity' end as "replica identity",
              ${options x.reloptions} as options,
              s.spcname as tablespace,
              case when k.contype = 'f' then case when k.conparentid <> 0 then 'its parent''s' end else ${part x} end as "part of",
              case when x.oid is not null then ${depends pg_class x.oid} end as "depends on extension",
              ${comment pg_class x.oid} as "index comment",
              ${comment pg_constraint k.oid} as comment
            from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_namespace n on n.oid = c.relnamespace
              left join pg_index i on i.indexrelid = k.conindid and k.contype <> 'f'
              left join pg_class x on x.oid = i.indexrelid
              left join pg_tablespace s on s.oid = x.reltablespace
              left join (
                with recursive unusual (con, tgrelid, tgenabled) as (
                  select tgconstraint, tgrelid, tgenabled from pg_trigger where tgisinternal and tgenabled <> 'O' and tgconstraint <> 0
                  union
                  select p.conparentid, u.tgrelid, u.tgenabled from unusual u join pg_constraint p on p.oid = u.con where p.conparentid <> 0)
                select u.con, string_agg(concat(case u.tgenabled when 'D' then 'disabled' when 'R' then 'replica' else 'always' end,
                    ' on ', un.nspname, '.', uc.relname), ', ' order by un.nspname collate "C", uc.relname collate "C", u.tgenabled) as state
                from unusual u join pg_class uc on uc.oid = u.tgrelid join pg_namespace un on un.oid = uc.relnamespace
                group by u.con) g on g.con = k.oid
            where ${created pg_constraint k : k.contype in ('p', 'u', 'f', 'c', 'x')} and ${of k.conrelid}
              and (k.conparentid = 0 or ${comment pg_constraint k.oid} is not null or ${own x i key}
                or k.contype <> (select pk.contype from pg_constraint pk where pk.oid = k.conparentid))
              and (k.contype <> 'c' or k.conislocal) and ${user n}
              and ${mine pg_class k.conrelid}
            """);

    static final CatalogQuery DOMAIN_CHECKS = new CatalogQuery(
            List.of("constraints of domains", "comments on pg_constraint"),
            """
            select 'CHECK' as kind, n.nspname as schema, t.typname as parent, k.conname as name, k.oid as identity,
              pg_get_constraintdef(k.oid) as definition,
              pg_get_expr(k.conbin, k.conrelid) as expression,
              case when not k.convalidated then 'not valid' end as valid,
              ${comment pg_constraint k.oid} as comment
            from pg_constraint k
              join pg_type t on t.oid = k.contypid
              join pg_namespace n on n.oid = t.typnamespace
            where ${created pg_constraint k : k.contype = 'c' and k.contypid <> 0} and ${user n} and ${mine pg_type k.contypid}
            """);

    private ConstraintQueries() {}
}

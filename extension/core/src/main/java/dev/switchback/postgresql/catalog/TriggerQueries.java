package dev.switchback.postgresql.catalog;

import java.util.List;

/** Queries for objects that act by themselves: triggers, rules, policies, event triggers. */
final class TriggerQueries {

    /** A partition's clone of a trigger only where it is not in the same state as the trigger. */
    static final CatalogQuery TRIGGERS = new CatalogQuery(
            List.of("pg_trigger", "comments on pg_trigger"),
            """
            select 'TRIGGER' as kind, n.nspname as schema, c.relname as parent, g.tgname as name, g.oid as identity,
              pg_get_triggerdef(g.oid) || case when g.tgparentid = 0 then '' else
                case g.tgenabled when 'D' then ' (here disabled)' when 'R' then ' (here replica)' when 'A' then ' (here always)'
                  else ' (here enabled)' end end as definition,
              case g.tgenabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as enabled,
              case when g.tginitdeferred then 'initially deferred' when g.tgdeferrable then 'initially immediate' end as deferrable,
              fn.nspname || '.' || p.proname as function,
              ${depends pg_trigger g.oid} as "depends on extension",
              ${comment pg_trigger g.oid} as comment
            from pg_trigger g
              join pg_class c on c.oid = g.tgrelid
              join pg_namespace n on n.oid = c.relnamespace
              join pg_proc p on p.oid = g.tgfoid
              join pg_namespace fn on fn.oid = p.pronamespace
              left join pg_trigger clone_of on clone_of.oid = g.tgparentid
            where ${created pg_trigger g : not g.tgisinternal or g.tgparentid <> 0}
              and case g.tgparentid when 0 then not g.tgisinternal
                else g.tgenabled <> clone_of.tgenabled and not ${since 15 g.tgisinternal : exists (
                  select from pg_constraint k where k.oid = g.tgconstraint and k.contype = 'f')} end and ${user n}
              and ${mine pg_class c.oid} and ${mine pg_trigger g.oid}
            """);

    static final CatalogQuery RULES = new CatalogQuery(
            List.of("pg_rewrite", "comments on pg_rewrite"),
            """
            select 'RULE' as kind, n.nspname as schema, c.relname as parent, r.rulename as name, r.oid as identity,
              pg_get_ruledef(r.oid) as definition,
              case r.ev_enabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as enabled,
              ${comment pg_rewrite r.oid} as comment
            from pg_rewrite r
              join pg_class c on c.oid = r.ev_class
              join pg_namespace n on n.oid = c.relnamespace
            where ${created pg_rewrite r : r.rulename <> '_RETURN'} and ${user n} and ${mine pg_class c.oid}
            """);

    static final CatalogQuery POLICIES = new CatalogQuery(
            List.of("pg_policy", "comments on pg_policy"),
            """
            select 'POLICY' as kind, schema, parent, name, identity,
              concat(mode, ' for ', command, ' to ', roles, ' using (' || "using" || ')', ' with check (' || "check" || ')')
                as definition,
              nullif(mode, 'permissive') as mode, nullif(command, 'all') as command, nullif(roles, 'public') as roles,
              "using", "check", comment
            from (
              select n.nspname as schema, c.relname as parent, p.polname as name, p.oid as identity,
                case when p.polpermissive then 'permissive' else 'restrictive' end as mode,
                case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
                  else 'all' end as command,
                (select string_agg(case role when 0 then 'public' else pg_get_userbyid(role) end, ', '
                    order by pg_get_userbyid(role) collate "C")
                  from unnest(p.polroles) role) as roles,
                pg_get_expr(p.polqual, p.polrelid) as "using",
                pg_get_expr(p.polwithcheck, p.polrelid) as "check",
                ${comment pg_policy p.oid} as comment
              from pg_policy p
                join pg_class c on c.oid = p.polrelid
                join pg_namespace n on n.oid = c.relnamespace
              where ${created pg_policy p} and ${user n} and ${mine pg_class c.oid}) policies
            """);

    static final CatalogQuery EVENT_TRIGGERS = new CatalogQuery(
            List.of("pg_event_trigger", "comments on pg_event_trigger"),
            """
            select 'EVENT_TRIGGER' as kind, null as schema, null as parent, g.evtname as name, g.oid as identity,
              concat('on ', g.evtevent, ' when tag in (' || ${options g.evttags} || ')', ' execute ', n.nspname, '.', p.proname)
                as definition,
              case g.evtenabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as enabled,
              ${owner g.evtowner} as owner,
              ${comment pg_event_trigger g.oid} as comment
            from pg_event_trigger g
              join pg_proc p on p.oid = g.evtfoid
              join pg_namespace n on n.oid = p.pronamespace
            where ${created pg_event_trigger g} and ${mine pg_event_trigger g.oid}
            """);

    private TriggerQueries() {}
}

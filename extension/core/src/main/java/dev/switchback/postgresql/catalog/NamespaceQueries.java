package dev.switchback.postgresql.catalog;

import java.util.List;

/** Schemas, extensions and what applies to objects to come. */
final class NamespaceQueries {

    static final CatalogQuery SCHEMAS = new CatalogQuery(
            List.of("pg_namespace", "comments on pg_namespace"),
            """
            select 'SCHEMA' as kind, null as schema, null as parent, n.nspname as name, n.oid as identity, null as definition,
              nullif(${owner n.nspowner}, 'pg_database_owner') as owner,
              ${privileges n n.nspacl n.nspowner} as privileges,
              ${comment pg_namespace n.oid} as comment
            from pg_namespace n
            where (n.oid >= 16384 or n.nspname = 'public') and ${user n} and ${mine pg_namespace n.oid}
            """);

    static final CatalogQuery EXTENSIONS = new CatalogQuery(
            List.of(
                    "pg_extension",
                    "members of extensions",
                    "comments on pg_extension",
                    "comments on pg_cast",
                    "comments on pg_operator",
                    "comments on pg_proc",
                    "comments on pg_type"),
            """
            select 'EXTENSION' as kind, null as schema, null as parent, e.extname as name, e.oid as identity,
              'version ' || e.extversion as definition,
              e.extversion as version,
              n.nspname as "in schema",
              case when e.oid >= 16384 then ${owner e.extowner} end as owner,
              (
                select md5(string_agg(replace(fact, quote_ident(n.nspname) || '.', ''), ' '
                  order by replace(fact, quote_ident(n.nspname) || '.', '') collate "C")) from (
                  select concat_ws(' ', p.oid::regprocedure, p.provolatile, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel,
                    p.procost, p.prorows, p.proconfig::text, p.prosrc) as fact
                  from pg_depend d join pg_proc p on p.oid = d.objid
                  where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'e'
                  union all
                  select concat_ws(' ', i.type, i.identity, m.description)
                  from pg_depend d join pg_description m on m.classoid = d.classid and m.objoid = d.objid and m.objsubid = 0
                    cross join lateral pg_identify_object(d.classid, d.objid, 0) i
                  where d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'e') facts)
                as "functions and comments",
              ${comment pg_extension e.oid} as comment
            from pg_extension e join pg_namespace n on n.oid = e.extnamespace
            """);

    static final CatalogQuery DEFAULT_PRIVILEGES = new CatalogQuery(
            List.of("pg_default_acl"),
            """
            select 'DEFAULT_PRIVILEGES' as kind, n.nspname as schema, null as parent,
              'on ' || case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions'
                when 'T' then 'types' when 'n' then 'schemas' else 'large objects' end
              || coalesce(' of ' || ${owner d.defaclrole}, '') as name,
              d.oid as identity, null as definition,
              (select string_agg(who || ' ' || what, ', ' order by who collate "C") from (
                 select case when grantee = 0 then 'public' when grantee = d.defaclrole then 'owner'
                     else pg_get_userbyid(grantee) end as who,
                   string_agg(privilege_type || case when is_grantable then ' with grant option' else '' end, ' '
                     order by privilege_type collate "C") as what
                 from aclexplode(d.defaclacl) group by grantee) roles) as grants,
              case when d.defaclnamespace = 0 then (
                select 'owner ' || string_agg(privilege_type, ' ' order by privilege_type collate "C") from (
                  select privilege_type from aclexplode(acldefault(replace(d.defaclobjtype::text, 'S', 's')::"char", d.defaclrole))
                  where grantee = d.defaclrole
                  except select privilege_type from aclexplode(d.defaclacl) where grantee = d.defaclrole) rights) end as revoked
            from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace
            where ${created pg_default_acl d} and ${mine pg_default_acl d.oid}
            """);

    private NamespaceQueries() {}
}

package dev.switchback.postgresql.catalog;

import java.util.List;

/** Types, except those that come with a table, and the arrays and multiranges that come with a type. */
final class TypeQueries {

    static final CatalogQuery TYPES = new CatalogQuery(
            List.of("pg_type", "pg_enum", "comments on pg_type"),
            """
            select case t.typtype when 'e' then 'ENUM' when 'd' then 'DOMAIN' else 'COMPOSITE_TYPE' end as kind,
              n.nspname as schema, null as parent, t.typname as name, coalesce(nullif(t.typrelid, 0), t.oid) as identity,
              case t.typtype when 'e' then 'enum (' || coalesce(v.labels, '') || ')'
                when 'd' then concat(format_type(t.typbasetype, t.typtypmod), ' collate ' || l.name,
                  case when t.typnotnull then ' not null' end, ' default ' || t.typdefault) end as definition,
              v.labels as values,
              case t.typtype when 'd' then format_type(t.typbasetype, t.typtypmod) end as type,
              case when t.typtype = 'd' and t.typnotnull then 'not null' end as nullability,
              case t.typtype when 'd' then coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) end as "default",
              l.name as "collation",
              ${owner t.typowner} as owner,
              ${privileges T t.typacl t.typowner} as privileges,
              ${comment pg_type t.oid} as comment
            from pg_type t
              join pg_namespace n on n.oid = t.typnamespace
              left join pg_class c on c.oid = t.typrelid
              left join (
                select enumtypid, string_agg('''' || replace(enumlabel, '''', '''''') || '''', ', ' order by enumsortorder) as labels
                from pg_enum group by enumtypid) v on v.enumtypid = t.oid
              left join pg_type b on b.oid = t.typbasetype
              left join (
                select co.oid, quote_ident(cn.nspname) || '.' || quote_ident(co.collname) as name
                from pg_collation co join pg_namespace cn on cn.oid = co.collnamespace) l
                on t.typtype = 'd' and l.oid = t.typcollation and t.typcollation <> b.typcollation
            where (${created pg_type t : t.typtype in ('e', 'd')} or ${created pg_class c : c.relkind = 'c'}) and ${user n} and ${mine pg_type t.oid}
            """);

    static final CatalogQuery DETAILED_TYPES = new CatalogQuery(
            List.of("pg_type", "pg_range", "comments on pg_type"),
            """
            select case t.typtype when 'r' then 'RANGE_TYPE' else 'BASE_TYPE' end as kind,
              n.nspname as schema, null as parent, t.typname as name, t.oid as identity,
              case when t.typtype = 'r' then 'range of ' || format_type(r.rngsubtype, null)
                when t.typisdefined then concat_ws(' ', 'base type: input', t.typinput, 'output', t.typoutput,
                  'receive', t.typreceive, 'send', t.typsend, 'modifiers', t.typmodin, t.typmodout, 'analyze', t.typanalyze,
                  'length', t.typlen, case when t.typbyval then 'by value' end, 'alignment', t.typalign, 'storage', t.typstorage,
                  'category', t.typcategory, case when t.typispreferred then 'preferred' end, 'delimiter', t.typdelim,
                  'element', format_type(nullif(t.typelem, 0), null), 'default', t.typdefault)
                else 'shell type' end as definition,
              format_type(r.rngsubtype, null) as subtype,
              case when r.rngtypid is not null then r.rngsubdiff::regproc::text end as "subtype difference",
              nullif(r.rngcanonical, 0)::regproc::text as canonical,
              format_type(r.rngmultitypid, null) as "multirange type",
              case when not o.opcdefault then quote_ident(opn.nspname) || '.' || quote_ident(o.opcname) end as "operator class",
              quote_ident(con.nspname) || '.' || quote_ident(co.collname) as "collation",
              ${owner t.typowner} as owner,
              ${privileges T t.typacl t.typowner} as privileges,
              ${comment pg_type t.oid} as comment
            from pg_type t
              join pg_namespace n on n.oid = t.typnamespace
              left join pg_range r on r.rngtypid = t.oid
              left join pg_opclass o on o.oid = r.rngsubopc
              left join pg_namespace opn on opn.oid = o.opcnamespace
              left join pg_type b on b.oid = r.rngsubtype
              left join pg_collation co on co.oid = r.rngcollation and r.rngcollation <> b.typcollation
              left join pg_namespace con on con.oid = co.collnamespace
            where ${created pg_type t : (t.typtype = 'r' or t.typtype in ('b', 'p') and not exists (
                select from pg_type e where e.oid = t.typelem and e.typarray = t.oid))} and ${user n} and ${mine pg_type t.oid}
            """);

    private TypeQueries() {}
}

package dev.switchback.postgresql.catalog;

import java.util.List;

/** Operators with their classes and families, and what else extends the language of the server. */
final class OperatorQueries {

    /** The operators {@code o} of a class or a family, which are written in the same words so that they can be compared. */
    private static final String OPERATOR_ITEMS =
            """
            string_agg(concat('operator ', o.amopstrategy, ' ', o.amopopr::regoperator,
              ' for order by ' || (select concat(quote_ident(sn.nspname), '.', quote_ident(sf.opfname))
                from pg_opfamily sf join pg_namespace sn on sn.oid = sf.opfnamespace where sf.oid = o.amopsortfamily)),
              ', ' order by o.amopstrategy, o.amopopr::regoperator::text collate "C")""";

    /** Their functions {@code p}. */
    private static final String FUNCTION_ITEMS =
            """
            string_agg(concat('function ', p.amprocnum, ' (', format_type(p.amproclefttype, null), ', ',
              format_type(p.amprocrighttype, null), ') ', p.amproc::regprocedure), ', '
              order by p.amprocnum, p.amproc::regprocedure::text collate "C")""";

    static final CatalogQuery OPERATORS = new CatalogQuery(
            List.of(
                    "pg_operator",
                    "pg_opclass",
                    "pg_opfamily",
                    "pg_amop",
                    "pg_amproc",
                    "comments on pg_operator",
                    "comments on pg_opclass",
                    "comments on pg_opfamily"),
            """
            select 'OPERATOR' as kind, n.nspname as schema, null as parent,
              concat(o.oprname, '(', coalesce(format_type(nullif(o.oprleft, 0), null) || ', ', ''),
                format_type(o.oprright, null), ')') as name,
              o.oid as identity,
              concat_ws(' ', 'function', o.oprcode, 'returns ' || format_type(nullif(o.oprresult, 0), null),
                'commutator ' || nullif(o.oprcom, 0)::regoperator::text, 'negator ' || nullif(o.oprnegate, 0)::regoperator::text,
                'restrict ' || nullif(o.oprrest, 0)::regproc::text, 'join ' || nullif(o.oprjoin, 0)::regproc::text,
                case when o.oprcanhash then 'hashes' end, case when o.oprcanmerge then 'merges' end) as definition,
              ${owner o.oprowner} as owner,
              ${comment pg_operator o.oid} as comment
            from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
            where ${created pg_operator o} and o.oprcode <> 0 and ${user n} and ${mine pg_operator o.oid}
            union all
            select 'OPERATOR_CLASS', n.nspname, null, c.opcname || ' using ' || a.amname, c.oid,
              concat_ws(' ', case when c.opcdefault then 'default' end, 'for', format_type(c.opcintype, null),
                'family', concat(quote_ident(fn.nspname), '.', quote_ident(f.opfname)),
                'storage ' || format_type(nullif(c.opckeytype, 0), null), 'with ' || nullif(concat_ws(', ', (
                  select {operators}
                  from pg_depend d join pg_amop o on o.oid = d.objid
                  where d.classid = 'pg_amop'::regclass and d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid), (
                  select {functions}
                  from pg_depend d join pg_amproc p on p.oid = d.objid
                  where d.classid = 'pg_amproc'::regclass and d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid)), '')),
              ${owner c.opcowner},
              ${comment pg_opclass c.oid}
            from pg_opclass c
              join pg_namespace n on n.oid = c.opcnamespace
              join pg_am a on a.oid = c.opcmethod
              join pg_opfamily f on f.oid = c.opcfamily
              join pg_namespace fn on fn.oid = f.opfnamespace
            where ${created pg_opclass c} and ${user n} and ${mine pg_opclass c.oid}
            union all
            select 'OPERATOR_FAMILY', n.nspname, null, f.opfname || ' using ' || a.amname, f.oid,
              concat_ws(', ', (
                  select {operators}
                  from pg_amop o where o.amopfamily = f.oid), (
                  select {functions}
                  from pg_amproc p where p.amprocfamily = f.oid)),
              ${owner f.opfowner},
              ${comment pg_opfamily f.oid}
            from pg_opfamily f
              join pg_namespace n on n.oid = f.opfnamespace
              join pg_am a on a.oid = f.opfmethod
            where ${created pg_opfamily f} and ${user n} and ${mine pg_opfamily f.oid}
            """
                    .replace("{operators}", OPERATOR_ITEMS)
                    .replace("{functions}", FUNCTION_ITEMS));

    static final CatalogQuery CASTS = new CatalogQuery(
            List.of(
                    "pg_cast",
                    "pg_transform",
                    "pg_language",
                    "pg_am",
                    "comments on pg_cast",
                    "comments on pg_transform",
                    "comments on pg_language",
                    "comments on pg_am"),
            """
            select 'CAST' as kind, null as schema, null as parent,
              format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null) as name, c.oid as identity,
              concat_ws(' ', case c.castmethod when 'f' then 'with function ' || c.castfunc::regprocedure
                  when 'i' then 'with inout' else 'without function' end,
                case c.castcontext when 'a' then 'as assignment' when 'i' then 'as implicit' end) as definition,
              null as owner, null as privileges,
              ${comment pg_cast c.oid} as comment
            from pg_cast c where ${created pg_cast c} and ${mine pg_cast c.oid}
            union all
            select 'TRANSFORM', null, null, 'for ' || format_type(t.trftype, null) || ' language ' || l.lanname, t.oid,
              concat_ws(', ', 'from sql ' || nullif(t.trffromsql, 0)::regprocedure, 'to sql ' || nullif(t.trftosql, 0)::regprocedure),
              null, null,
              ${comment pg_transform t.oid}
            from pg_transform t join pg_language l on l.oid = t.trflang
            where ${created pg_transform t} and ${mine pg_transform t.oid}
            union all
            select 'LANGUAGE', null, null, l.lanname, l.oid,
              concat_ws(' ', case when l.lanpltrusted then 'trusted' end, 'handler ' || nullif(l.lanplcallfoid, 0)::regproc::text,
                'inline ' || nullif(l.laninline, 0)::regproc::text, 'validator ' || nullif(l.lanvalidator, 0)::regproc::text),
              ${owner l.lanowner},
              ${privileges l l.lanacl l.lanowner},
              ${comment pg_language l.oid}
            from pg_language l where ${created pg_language l} and ${mine pg_language l.oid}
            union all
            select 'ACCESS_METHOD', null, null, a.amname, a.oid,
              concat(case a.amtype when 't' then 'table' else 'index' end, ' handler ', a.amhandler),
              null, null,
              ${comment pg_am a.oid}
            from pg_am a where ${created pg_am a} and ${mine pg_am a.oid}
            """);

    private OperatorQueries() {}
}

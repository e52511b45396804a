package dev.switchback.postgresql.catalog;

import java.util.List;

/** Collations, conversions, and the parts of text search. */
final class TextQueries {

    static final CatalogQuery TEXT_SEARCH = new CatalogQuery(
            List.of(
                    "pg_ts_config",
                    "pg_ts_config_map",
                    "pg_ts_dict",
                    "pg_ts_parser",
                    "pg_ts_template",
                    "comments on pg_ts_config",
                    "comments on pg_ts_dict",
                    "comments on pg_ts_parser",
                    "comments on pg_ts_template"),
            """
            select 'TEXT_SEARCH_CONFIGURATION' as kind, n.nspname as schema, null as parent, c.cfgname as name, c.oid as identity,
              'parser ' || p.prsname as definition,
              (select string_agg(token.alias || ': ' || m.dictionaries, '; ' order by token.alias collate "C")
               from (select m.maptokentype, string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno) as dictionaries
                     from pg_ts_config_map m where m.mapcfg = c.oid group by m.maptokentype) m
                 join ts_token_type(c.cfgparser) token on token.tokid = m.maptokentype) as mappings,
              null as options,
              ${owner c.cfgowner} as owner,
              ${comment pg_ts_config c.oid} as comment
            from pg_ts_config c
              join pg_namespace n on n.oid = c.cfgnamespace
              join pg_ts_parser p on p.oid = c.cfgparser
            where ${created pg_ts_config c} and ${user n} and ${mine pg_ts_config c.oid}
            union all
            select 'TEXT_SEARCH_DICTIONARY', n.nspname, null, d.dictname, d.oid, 'template ' || t.tmplname,
              null, d.dictinitoption,
              ${owner d.dictowner},
              ${comment pg_ts_dict d.oid}
            from pg_ts_dict d
              join pg_namespace n on n.oid = d.dictnamespace
              join pg_ts_template t on t.oid = d.dicttemplate
            where ${created pg_ts_dict d} and ${user n} and ${mine pg_ts_dict d.oid}
            union all
            select 'TEXT_SEARCH_PARSER', n.nspname, null, p.prsname, p.oid,
              concat_ws(' ', 'start', p.prsstart, 'token', p.prstoken, 'end', p.prsend, 'headline ' || nullif(p.prsheadline, 0)::regproc::text,
                'lextype', p.prslextype),
              null, null, null,
              ${comment pg_ts_parser p.oid}
            from pg_ts_parser p join pg_namespace n on n.oid = p.prsnamespace
            where ${created pg_ts_parser p} and ${user n} and ${mine pg_ts_parser p.oid}
            union all
            select 'TEXT_SEARCH_TEMPLATE', n.nspname, null, t.tmplname, t.oid,
              concat_ws(' ', 'init ' || nullif(t.tmplinit, 0)::regproc::text, 'lexize', t.tmpllexize),
              null, null, null,
              ${comment pg_ts_template t.oid}
            from pg_ts_template t join pg_namespace n on n.oid = t.tmplnamespace
            where ${created pg_ts_template t} and ${user n} and ${mine pg_ts_template t.oid}
            """);

    static final CatalogQuery COLLATIONS = new CatalogQuery(
            List.of("pg_collation", "pg_conversion", "comments on pg_collation", "comments on pg_conversion"),
            """
            select 'COLLATION' as kind, n.nspname as schema, null as parent, c.collname as name, c.oid as identity,
              concat_ws(' ', 'provider', case c.collprovider when 'i' then 'icu' when 'c' then 'libc' when 'b' then 'builtin' end,
                'locale ' || coalesce(${since 17 c.colllocale : null}, ${since 15 to_jsonb(c) ->> 'colliculocale' : null}, c.collcollate),
                'ctype ' || c.collctype, case when not c.collisdeterministic then 'nondeterministic' end,
                ${since 16 'rules ' || quote_literal(c.collicurules) : null}) as definition,
              ${owner c.collowner} as owner,
              ${comment pg_collation c.oid} as comment
            from pg_collation c join pg_namespace n on n.oid = c.collnamespace
            where ${created pg_collation c} and ${user n} and ${mine pg_collation c.oid}
            union all
            select 'CONVERSION', n.nspname, null, c.conname, c.oid,
              concat_ws(' ', case when c.condefault then 'default' end, 'from', pg_encoding_to_char(c.conforencoding),
                'to', pg_encoding_to_char(c.contoencoding), 'function', c.conproc),
              ${owner c.conowner},
              ${comment pg_conversion c.oid}
            from pg_conversion c join pg_namespace n on n.oid = c.connamespace
            where ${created pg_conversion c} and ${user n} and ${mine pg_conversion c.oid}
            """);

    private TextQueries() {}
}

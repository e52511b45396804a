package dev.switchback.postgresql.catalog;

import java.util.Set;

/** Sequences, and those that only serve an identity column. */
final class SequenceQueries {

    /** The unusual options of a sequence {@code s} in {@code c}. */
    private static final String OPTIONS =
            """
            case when s.seqincrement <> 1 then 'increment by ' || s.seqincrement end,
            case when s.seqmin <> case when s.seqincrement > 0 then 1 else limits.least end then 'minvalue ' || s.seqmin end,
            case when s.seqmax <> case when s.seqincrement > 0 then limits.greatest else -1 end then 'maxvalue ' || s.seqmax end,
            case when s.seqstart <> case when s.seqincrement > 0 then s.seqmin else s.seqmax end then 'start with ' || s.seqstart end,
            case when s.seqcache <> 1 then 'cache ' || s.seqcache end,
            case when s.seqcycle then 'cycle' end
            """;

    private static final String LIMITS =
            """
            cross join lateral (select
              case s.seqtypid when 21 then -32768 when 23 then -2147483648 else -9223372036854775808 end as least,
              case s.seqtypid when 21 then 32767 when 23 then 2147483647 else 9223372036854775807 end as greatest) limits
            """;

    /** A sub-select with what is not as usual about each identity column's sequence. */
    static final String OF_IDENTITY =
            """
            select d.refobjid, d.refobjsubid, concat_ws(' ',
              case when s.seqtypid <> a.atttypid then 'as ' || format_type(s.seqtypid, null) end,
              case when c.relname <> t.relname || '_' || a.attname || '_seq' then 'sequence name ' || c.relname end,
            """
                    + OPTIONS
                    + """
                    ) as options,
                      ${privileges s c.relacl c.relowner} as "sequence privileges",
                      ${comment pg_class c.oid} as "sequence comment",
                      ${since 15 case when c.relpersistence <> t.relpersistence then
                        case c.relpersistence when 'u' then 'unlogged' else 'logged' end end : null::text} as "sequence persistence"
                    from pg_depend d
                      join pg_sequence s on s.seqrelid = d.objid
                      join pg_class c on c.oid = d.objid
                      join pg_class t on t.oid = d.refobjid
                      join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                    """
                    + LIMITS
                    + "where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' and ${of d.refobjid}";

    static final CatalogQuery SEQUENCES = CatalogQuery.ofRelations(
            Set.of(Aspect.ITSELF),
            """
            select 'SEQUENCE' as kind, n.nspname as schema, null as parent, c.relname as name, c.oid as identity,
              concat_ws(' ', 'as ' || format_type(s.seqtypid, null),
            """
                    + OPTIONS
                    + """
                    ) as definition, c.oid as relation,
                      format_type(s.seqtypid, null) as type,
                      s.seqincrement as increment,
                      s.seqmin as minimum,
                      s.seqmax as maximum,
                      s.seqstart as start,
                      nullif(s.seqcache, 1) as cache,
                      case when s.seqcycle then 'cycle' end as cycle,
                      o.owner_column as "owned by",
                      case c.relpersistence when 'u' then 'unlogged' end as persistence,
                      ${owner c.relowner} as owner,
                      ${privileges s c.relacl c.relowner} as privileges,
                      ${comment pg_class c.oid} as comment
                    from pg_sequence s
                      join pg_class c on c.oid = s.seqrelid
                      join pg_namespace n on n.oid = c.relnamespace
                    """
                    + LIMITS
                    + """
                    left join (
                      select d.objid, tn.nspname || '.' || t.relname || '.' || a.attname as owner_column
                      from pg_depend d
                        join pg_class t on t.oid = d.refobjid
                        join pg_namespace tn on tn.oid = t.relnamespace
                        join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                      where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'a'
                        and d.refobjsubid > 0 and ${of d.objid}) o on o.objid = c.oid
                    where ${created pg_class c : c.relkind = 'S'} and ${of c.oid} and ${user n} and ${alone pg_class c.oid}
                    """);

    private SequenceQueries() {}
}

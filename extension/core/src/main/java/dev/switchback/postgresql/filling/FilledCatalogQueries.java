package dev.switchback.postgresql.filling;

import java.util.Collection;
import java.util.stream.Collectors;

/** The queries that read about the tables to be filled: as many for a thousand of them as for one. */
final class FilledCatalogQueries {

    private FilledCatalogQueries() {}

    private static final String OWN =
            """
            SELECT c.oid, c.relkind, c.relispartition, c.relname, n.nspname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
               AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
               AND (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
                     AND a.attname IN ('installed_rank', 'version', 'script', 'checksum', 'installed_by', 'execution_time', 'success')) < 7
            """;

    /** Every table that holds rows itself, and the partitioned ones, which keys may refer to. */
    static final String NAMES = "WITH RECURSIVE own AS (\n" + OWN
            + """
            ), up AS (
                SELECT oid AS leaf, oid AS root FROM own
                UNION ALL
                SELECT up.leaf, i.inhparent FROM up JOIN own p ON p.oid = up.root AND p.relispartition
                  JOIN pg_inherits i ON i.inhrelid = up.root
            )
            SELECT o.oid, o.nspname || '.' || o.relname, format('%I.%I', o.nspname, o.relname), o.relkind, o.relispartition,
                   (SELECT root FROM up JOIN pg_class r ON r.oid = up.root AND NOT r.relispartition WHERE up.leaf = o.oid LIMIT 1)
              FROM own o ORDER BY o.nspname COLLATE "C", o.relname COLLATE "C"
            """;

    /** The tables of which the queries below tell, as their numbers. */
    private static final String TABLES =
            "WITH RECURSIVE own AS (SELECT oid, relkind FROM pg_class WHERE oid = ANY ('%s'::oid[]))\n";

    /** One of the queries below, about some tables. */
    static String about(Collection<Long> tables, String query) {
        String numbers = tables.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return TABLES.formatted(numbers) + query;
    }

    /** Bounds of partitions, and the bodies of triggers that a new row calls. */
    static final String BOUNDS =
            """
            SELECT o.oid, coalesce(pg_get_partition_constraintdef(o.oid), ''),
                   coalesce((SELECT string_agg(p.prosrc, E'\\n' ORDER BY t.tgname) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                     WHERE t.tgrelid = o.oid AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 4 = 4), '')
              FROM own o
            """;

    static final String COLUMNS =
            """
            SELECT a.attrelid, a.attnum, a.attname, format('%I', a.attname), a.atttypid, a.atttypmod, a.attnotnull,
                   coalesce(pg_get_expr(d.adbin, d.adrelid), ''), a.attgenerated::text, a.attidentity::text,
                   EXISTS (SELECT FROM pg_index x WHERE x.indrelid = a.attrelid AND a.attnum = ANY (x.indkey::int2[]))
              FROM own o JOIN pg_attribute a ON a.attrelid = o.oid
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum
            """;

    static final String TYPES =
            """
            , used AS (
                SELECT DISTINCT a.atttypid AS id FROM own o JOIN pg_attribute a ON a.attrelid = o.oid WHERE a.attnum > 0 AND NOT a.attisdropped
                UNION
                SELECT x.id FROM used u JOIN pg_type t ON t.oid = u.id
                  LEFT JOIN pg_range r ON r.rngtypid = t.oid OR r.rngmultitypid = t.oid
                  CROSS JOIN LATERAL (
                    SELECT nullif(t.typbasetype, 0) UNION ALL SELECT nullif(t.typelem, 0) WHERE t.typcategory = 'A'
                    UNION ALL SELECT r.rngsubtype UNION ALL SELECT nullif(r.rngtypid, t.oid)
                    UNION ALL SELECT c.atttypid FROM pg_attribute c WHERE c.attrelid = t.typrelid AND t.typtype = 'c' AND c.attnum > 0 AND NOT c.attisdropped
                  ) x(id) WHERE x.id IS NOT NULL
            )
            SELECT t.oid, format_type(t.oid, NULL), t.typtype::text, t.typcategory::text,
                   CASE WHEN t.typtype = 'd' THEN t.typbasetype
                        WHEN t.typcategory = 'A' THEN t.typelem
                        WHEN t.typtype = 'r' THEN (SELECT rngsubtype FROM pg_range r WHERE r.rngtypid = t.oid)
                        WHEN t.typtype = 'm' THEN (SELECT rngtypid FROM pg_range r WHERE r.rngmultitypid = t.oid)
                        ELSE 0 END,
                   t.typtypmod, t.typnotnull,
                   ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)::text[],
                   ARRAY(SELECT c.atttypid::text || ' ' || c.atttypmod FROM pg_attribute c WHERE t.typtype = 'c' AND c.attrelid = t.typrelid AND c.attnum > 0 AND NOT c.attisdropped ORDER BY c.attnum),
                   ARRAY(SELECT pg_get_expr(k.conbin, 0) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.conname)
              FROM used u JOIN pg_type t ON t.oid = u.id ORDER BY t.oid
            """;

    static final String CHECKS =
            """
            SELECT k.conrelid, k.conname, pg_get_expr(k.conbin, k.conrelid),
                   ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) ORDER BY a.attnum),
                   'c'
              FROM own o JOIN pg_constraint k ON k.conrelid = o.oid WHERE k.contype = 'c'
            UNION ALL
            SELECT p.polrelid, p.polname, pg_get_expr(coalesce(p.polwithcheck, p.polqual), p.polrelid),
                   ARRAY(SELECT a.attname::text FROM pg_attribute a JOIN pg_depend d ON d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
                     WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND a.attrelid = p.polrelid ORDER BY a.attnum),
                   'p'
              FROM own o JOIN pg_policy p ON p.polrelid = o.oid JOIN pg_class c ON c.oid = o.oid
             WHERE row_security_active(o.oid) AND p.polpermissive AND p.polcmd IN ('*', 'a')
             ORDER BY 1, 2
            """;

    static final String UNIQUES =
            """
            SELECT x.indrelid, c.relname, coalesce(pg_get_expr(x.indpred, x.indrelid), ''),
                   ARRAY(SELECT pg_get_indexdef(x.indexrelid, n, false) FROM generate_series(1, x.indnkeyatts) n),
                   coalesce((SELECT ARRAY(SELECT p.oprname::text FROM unnest(k.conexclop) WITH ORDINALITY e(op, n) JOIN pg_operator p ON p.oid = e.op ORDER BY e.n)
                      FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype = 'x'), '{}'),
                   ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = x.indrelid AND a.attnum > 0 AND NOT a.attisdropped
                      AND (a.attnum = ANY (x.indkey::int2[]) OR EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = x.indexrelid
                            AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum)) ORDER BY a.attnum),
                   coalesce((to_jsonb(x) ->> 'indnullsnotdistinct')::boolean, false)
              FROM own o JOIN pg_index x ON x.indrelid = o.oid JOIN pg_class c ON c.oid = x.indexrelid
             WHERE o.relkind = 'r' AND (x.indisunique OR x.indisexclusion) ORDER BY 1, 2
            """;

    static final String KEYS =
            """
            SELECT k.conrelid, k.conname, k.confrelid,
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, i) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.i),
                   ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(n, i) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.i)
              FROM own o JOIN pg_constraint k ON k.conrelid = o.oid
             WHERE k.contype = 'f' AND (k.conparentid = 0 OR NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid))
             ORDER BY 1, 2
            """;
}

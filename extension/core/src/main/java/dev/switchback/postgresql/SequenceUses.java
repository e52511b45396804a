package dev.switchback.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The columns that a sequence gives values to, as far as the catalogs know: by default, as its owner, or by a domain. */
final class SequenceUses {

    /** A default that names the sequence in a text is not recorded as a dependency, so its expression is searched. */
    private static final String QUERY =
            """
            WITH RECURSIVE uses (attrelid, attnum, expression) AS (
                SELECT d.adrelid, d.adnum, pg_get_expr(d.adbin, d.adrelid)
                  FROM pg_attrdef d
                  JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                 WHERE a.attgenerated = ''
                   AND (EXISTS (SELECT FROM pg_depend
                                 WHERE classid = 'pg_attrdef'::regclass
                                   AND objid = d.oid
                                   AND refclassid = 'pg_class'::regclass
                                   AND refobjid = $1)
                        OR (SELECT CASE WHEN strpos(named.name, '.') > 0 THEN to_regclass(named.name) = $1
                                        ELSE btrim(named.name, '"') = (SELECT relname FROM pg_class WHERE oid = $1) END
                              FROM (SELECT substring(pg_get_expr(d.adbin, d.adrelid)
                                                     FROM 'nextval[(][(]''([^'']*)''::text[)]::regclass[)]')) named (name)))
                UNION
                SELECT a.attrelid, a.attnum, pg_get_expr(t.typdefaultbin, 0)
                  FROM pg_depend d
                  JOIN pg_type t ON t.oid = d.objid
                  JOIN pg_attribute a ON a.atttypid = t.oid AND NOT a.attisdropped
                 WHERE d.classid = 'pg_type'::regclass
                   AND d.refclassid = 'pg_class'::regclass
                   AND d.refobjid = $1
                UNION
                SELECT d.refobjid, d.refobjsubid::int2, NULL
                  FROM pg_depend d
                 WHERE d.classid = 'pg_class'::regclass
                   AND d.objid = $1
                   AND d.refclassid = 'pg_class'::regclass
                   AND d.refobjsubid > 0
                   AND d.deptype IN ('a', 'i')
                   AND NOT EXISTS (SELECT FROM pg_attrdef
                                    WHERE adrelid = d.refobjid
                                      AND adnum = d.refobjsubid)
            ), trees (root, member) AS (
                SELECT DISTINCT attrelid, attrelid FROM uses
                UNION
                SELECT trees.root, i.inhrelid FROM trees JOIN pg_inherits i ON i.inhparent = trees.member
            )
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   quote_ident(a.attname),
                   format_type(a.atttypid, a.atttypmod),
                   coalesce(nullif(t.typbasetype, 0), t.oid) IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype,
                                                                 'numeric'::regtype),
                   uses.expression,
                   (SELECT array_agg(mn.nspname || '.' || m.relname)
                      FROM trees
                      JOIN pg_class m ON m.oid = trees.member
                      JOIN pg_namespace mn ON mn.oid = m.relnamespace
                     WHERE trees.root = c.oid
                       AND m.relkind <> 'p')
              FROM uses
              JOIN pg_class c ON c.oid = uses.attrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = uses.attrelid AND a.attnum = uses.attnum
              JOIN pg_type t ON t.oid = a.atttypid
             WHERE c.relkind IN ('r', 'p', 'f')
               AND c.relpersistence <> 't'
            """
                    .replace("$1", "?::oid");

    private SequenceUses() {}

    /**
     * One column.
     *
     * @param table the quoted name of its table
     * @param column its quoted name
     * @param type its type
     * @param isNumber whether it holds numbers
     * @param expression what computes its value from the sequence's; empty if that is the value
     * @param holders the tables that hold its rows: the table itself, its partitions and what inherits from it, not quoted
     */
    record Use(String table, String column, String type, boolean isNumber, String expression, Set<String> holders) {}

    static List<Use> of(long sequence, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            for (int parameter = 1; parameter <= query.getParameterMetaData().getParameterCount(); parameter++) {
                query.setLong(parameter, sequence);
            }
            List<Use> uses = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String expression = row.getString(5);
                    uses.add(new Use(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getBoolean(4),
                            expression == null ? "" : expression,
                            names(row)));
                }
            }
            return uses;
        }
    }

    private static Set<String> names(ResultSet row) throws SQLException {
        return row.getArray(6) == null
                ? Set.of()
                : Set.copyOf(Arrays.asList((String[]) row.getArray(6).getArray()));
    }
}

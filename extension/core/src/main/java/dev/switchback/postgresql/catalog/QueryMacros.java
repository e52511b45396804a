package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes out what many catalog queries have in common.
 *
 * <ul>
 *   <li>{@code ${mine pg_class c.oid}}: a condition, true unless an extension owns the object
 *   <li>{@code ${alone pg_class c.oid}}: a condition, true unless an extension owns the object or it is a part of another
 *   <li>{@code ${created pg_class c : c.relkind = 'v'}}: a condition on the rows of a catalog, true for those that did not come with the
 *       server, and of which the condition behind the colon holds, where there is one. A query with such macros finds nothing unless
 *       one of them is true of some row, see {@link QueryProbe}
 *   <li>{@code ${of c.oid}}: a condition, true for the relations that are read
 *   <li>{@code ${user n}}: a condition, true for a schema that is neither the server's nor temporary
 *   <li>{@code ${owner c.relowner}}: the owner's name, null for the owner of the database
 *   <li>{@code ${privileges r c.relacl c.relowner}}: the privileges that such an object starts with, those of this one, and its
 *       owner, for {@link AccessControl}; null where nobody has changed them; the kind of object is one of those of {@code acldefault}
 *   <li>{@code ${comment pg_class c.oid}}: the comment
 *   <li>{@code ${depends pg_class c.oid}}: the extensions with which the object goes, though they do not own it
 *   <li>{@code ${options c.reloptions}}: an array of options as a sorted list
 *   <li>{@code ${own c i idx}}: a condition, true for a partition's index {@code c} with more to it than its parent implies, of which
 *       the server's name is a part; {@code key} for that of a constraint {@code k}
 *   <li>{@code ${part c}}: the words for a partition's index {@code c}: the name of its parent where that one is not valid, for it
 *       does not imply an index of each partition
 *   <li>{@code ${newest xmin}}: the newest of the transactions that wrote some rows, in numbers that stay; those that
 *       came with the server are infinitely old
 *   <li>{@code ${since 15 i.indnullsnotdistinct : false}}: an expression from a version on, and the one before it
 * </ul>
 */
final class QueryMacros {

    private static final Pattern MACRO = Pattern.compile("\\$\\{(\\w+) ([^}]*)}");

    private final int version;
    private final boolean ofSome;

    private QueryMacros(int version, boolean ofSome) {
        this.version = version;
        this.ofSome = ofSome;
    }

    /** For a query that reads everything. */
    static QueryMacros ofAll(int version) {
        return new QueryMacros(version, false);
    }

    /** For a query that reads what belongs to the relations in its first parameter. */
    static QueryMacros ofSome(int version) {
        return new QueryMacros(version, true);
    }

    String expand(String sql) {
        return MACRO.matcher(sql).replaceAll(macro -> Matcher.quoteReplacement(expansion(macro)));
    }

    private String expansion(MatchResult macro) {
        String text = macro.group(2);
        String[] words = text.split(" ");
        return switch (macro.group(1)) {
            case "created" -> Created.of(text).condition();
            case "mine" -> dependsOnNone("'e'", words[0], words[1]);
            case "alone" -> dependsOnNone("'e', 'i'", words[0], words[1]);
            case "of" -> ofSome ? text + " = any ($1)" : "true";
            case "user" -> "left(" + words[0] + ".nspname, 3) <> 'pg_'";
            case "owner" -> owner(words[0]);
            case "privileges" -> privileges(words[0], words[1], words[2]);
            case "comment" -> comment(words[0], words[1]);
            case "depends" -> depends(words[0], words[1]);
            case "options" -> "nullif(array_to_string(array(select unnest(" + text + ") order by 1), ', '), '')";
            case "own" -> own(words[0], words[1], words[2]);
            case "part" -> part(words[0]);
            case "newest" -> "age('3'::xid)::int8 - nullif(min(age(" + text + ")), " + Integer.MAX_VALUE + ")";
            case "since" -> since(text);
            default -> throw new IllegalArgumentException("No such macro: " + macro.group());
        };
    }

    /** The conditions, each on its own, one of which must be true of some row for a query to find anything; none if there is no such. */
    static List<String> preconditions(String sql) {
        return MACRO.matcher(sql)
                .results()
                .filter(macro -> macro.group(1).equals("created"))
                .map(macro -> Created.of(macro.group(2)))
                .map(created -> "exists (select from %s %s where %s)"
                        .formatted(created.catalog(), created.alias(), created.condition()))
                .toList();
    }

    private record Created(String catalog, String alias, String condition) {

        static Created of(String text) {
            String[] parts = text.split(" : ", 2);
            String[] words = parts[0].split(" ");
            String byNumber = words[1] + ".oid >= 16384";
            return new Created(words[0], words[1], parts.length == 1 ? byNumber : byNumber + " and (" + parts[1] + ")");
        }
    }

    private static String dependsOnNone(String types, String catalog, String oid) {
        return "not exists (select from pg_depend e where e.classid = '%s'::regclass and e.objid = %s and e.deptype in (%s))"
                .formatted(catalog, oid, types);
    }

    private static String owner(String role) {
        return """
               nullif(pg_get_userbyid(%s), pg_get_userbyid(
                 (select datdba from pg_database where datname = current_database())))"""
                .formatted(role);
    }

    private static String comment(String catalog, String oid) {
        return "(select description from pg_description where classoid = '%s'::regclass and objoid = %s and objsubid = 0)"
                .formatted(catalog, oid);
    }

    private static String depends(String catalog, String oid) {
        return """
               (select string_agg(ex.extname, ', ' order by ex.extname collate "C")
                 from pg_depend de join pg_extension ex on ex.oid = de.refobjid
                 where de.classid = '%s'::regclass and de.objid = %s and de.refclassid = 'pg_extension'::regclass and de.deptype = 'x')"""
                .formatted(catalog, oid);
    }

    private static String own(String index, String details, String label) {
        return """
               (%1$s.relispartition and (%2$s.indisclustered or %2$s.indisreplident or %3$s is not null
                 or %1$s.reloptions is distinct from (
                   select up.reloptions from pg_inherits h join pg_class up on up.oid = h.inhparent where h.inhrelid = %1$s.oid)
                 or %4$s is not null or not %5$s))"""
                .formatted(
                        index,
                        details,
                        comment("pg_class", index + ".oid"),
                        invalidParent(index),
                        usual(index, details, label));
    }

    private static String part(String index) {
        return "case when %1$s.relispartition then coalesce(%2$s, 'its parent''s') end"
                .formatted(index, invalidParent(index));
    }

    private static String invalidParent(String index) {
        return """
               (select format('%%I.%%I', nu.nspname, cu.relname) from pg_inherits hu join pg_index up on up.indexrelid = hu.inhparent
                  join pg_class cu on cu.oid = hu.inhparent join pg_namespace nu on nu.oid = cu.relnamespace
                where hu.inhrelid = %s.oid and not up.indisvalid)"""
                .formatted(index);
    }

    /**
     * Whether the server chose the name: table, columns and a word, with a number where that was taken. A longer name was cut. The
     * offset keeps the server from planning the name once for each place where it stands.
     */
    private static String usual(String index, String details, String label) {
        String word = label.equals("key")
                ? "case k.contype when 'p' then '_pkey' when 'u' then '_key' else '_excl' end"
                : "'_" + label + "'";
        return """
               (select case when octet_length(u.name) > 63 then %1$s.relname ~ concat(u.word, '[0-9]*$')
                   else left(%1$s.relname, length(u.name)) = u.name and substr(%1$s.relname, length(u.name) + 1) ~ '^[0-9]*$' end
                from (
                  select concat(tu.relname, case when not %2$s.indisprimary then (
                    select concat('_', string_agg(au.attname, '_' order by au.attnum)) from pg_attribute au
                    where au.attrelid = %1$s.oid) end, %3$s) as name, %3$s as word
                  from pg_class tu where tu.oid = %2$s.indrelid offset 0) u)"""
                .formatted(index, details, word);
    }

    private static String privileges(String kind, String acl, String owner) {
        return "array_to_string(acldefault('%s', %s), ',') || ' ' || array_to_string(%s, ',') || ' ' || pg_get_userbyid(%2$s)"
                .formatted(kind, owner, acl);
    }

    private String since(String text) {
        int separator = text.lastIndexOf(" : ");
        String first = text.substring(0, text.indexOf(' '));
        return version >= Integer.parseInt(first)
                ? text.substring(first.length() + 1, separator)
                : text.substring(separator + 3);
    }
}

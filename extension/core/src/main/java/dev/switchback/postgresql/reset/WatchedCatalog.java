package dev.switchback.postgresql.reset;

import dev.switchback.postgresql.catalog.NumberedCatalogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A catalog whose rows say what the schema is.
 *
 * @param condition which of its rows {@code x} are looked at each time: those that belong to the database's own objects
 * @param contents an expression over {@code x} for what counts when rows have been written again
 * @param lasting which of its rows {@code x} outlive the session that made them
 */
record WatchedCatalog(String name, String condition, String contents, String lasting) {

    private static final String OWN = "x.oid >= 16384";
    private static final String ALL = "true";
    private static final String THIS_DATABASE = "(SELECT oid FROM pg_database WHERE datname = current_database())";

    /** Not the five thousand of objects that the server brings, but for those that people change; a large object can have any number. */
    private static final String COMMENTED =
            """
            (x.objoid >= 16384 OR x.objoid = ANY (ARRAY(SELECT oid FROM pg_namespace WHERE oid < 16384
               UNION ALL SELECT oid FROM pg_extension WHERE oid < 16384
               UNION ALL SELECT oid FROM pg_largeobject_metadata WHERE oid < 16384)))""";

    /** Catalogs of few objects, of which those that the server brings can be changed, too. */
    private static final Set<String> CHANGEABLE = Set.of("pg_language", "pg_ts_config", "pg_ts_dict");

    private static final String OWNED_SEQUENCE =
            """
            x.classid = 'pg_class'::regclass AND x.refclassid = 'pg_class'::regclass AND x.deptype IN ('a', 'i')
            AND x.objid IN (SELECT seqrelid FROM pg_sequence)""";

    /** Without what vacuum, index builds and truncation write. */
    private static final String CLASS =
            """
            ROW(x.oid, x.relname, x.relnamespace, x.reltype, x.reloftype, x.relowner, x.relam, x.reltablespace, x.reltoastrelid,
              x.relpersistence, x.relkind, x.relnatts, x.relchecks, x.relrowsecurity, x.relforcerowsecurity, x.relispopulated,
              x.relreplident, x.relispartition, x.relacl, x.reloptions, x.relpartbound)""";

    /** Of their rows not all count. */
    private static final Set<String> IN_PART = Set.of("pg_proc", "pg_rewrite");

    /** Those that are cheap to look at each time. */
    static List<WatchedCatalog> quick(int version) {
        List<WatchedCatalog> catalogs = new ArrayList<>();
        NumberedCatalogs.of(version).stream()
                .filter(name -> !IN_PART.contains(name))
                .forEach(name -> catalogs.add(whole(name, CHANGEABLE.contains(name) ? ALL : OWN)));
        catalogs.add(new WatchedCatalog("pg_class", ownOrWith("x.relacl"), CLASS, "x.relpersistence <> 't'"));
        catalogs.add(new WatchedCatalog("pg_type", ownOrWith("x.typacl"), "x", lastingIn("x.typnamespace")));
        catalogs.add(new WatchedCatalog("pg_proc", ownOrWith("x.proacl"), "x", lastingIn("x.pronamespace")));
        catalogs.add(whole("pg_attribute", "x.attrelid < 16384 AND x.attacl IS NOT NULL"));
        catalogs.add(new WatchedCatalog("pg_rewrite", OWN, "x", lasting("x.ev_class")));
        catalogs.add(new WatchedCatalog("pg_index", "x.indexrelid >= 16384", "x", lasting("x.indrelid")));
        catalogs.add(new WatchedCatalog("pg_sequence", ALL, "x", lasting("x.seqrelid")));
        catalogs.add(new WatchedCatalog("pg_namespace", ALL, "x", "x.nspname !~ '^pg_(toast_)?temp_'"));
        catalogs.add(new WatchedCatalog("pg_constraint", "x.contypid <> 0", "x", ALL));
        catalogs.add(whole("pg_extension", ALL));
        catalogs.add(whole("pg_foreign_table", ALL));
        catalogs.add(whole("pg_aggregate", "x.aggfnoid >= 16384"));
        catalogs.add(whole("pg_range", "x.rngtypid >= 16384"));
        catalogs.add(whole("pg_ts_config_map", ALL));
        catalogs.add(whole("pg_description", COMMENTED));
        catalogs.add(whole("pg_seclabel", ALL));
        catalogs.add(whole("pg_depend", "x.refclassid = 'pg_extension'::regclass AND x.deptype IN ('e', 'x')"));
        catalogs.add(whole("pg_user_mapping", ALL));
        catalogs.add(whole("pg_largeobject_metadata", ALL));
        catalogs.add(whole("pg_largeobject", ALL));
        return catalogs;
    }

    /** Those of the server as a whole: what they say of this database, told by the contents, because copies differ in the place. */
    static List<WatchedCatalog> shared() {
        return List.of(
                new WatchedCatalog(
                        "pg_database",
                        "x.oid = " + THIS_DATABASE,
                        "ROW(x.datdba, x.datacl, x.datconnlimit, x.datistemplate, x.datallowconn)",
                        ALL),
                new WatchedCatalog(
                        "pg_db_role_setting", "x.setdatabase = " + THIS_DATABASE, "ROW(x.setrole, x.setconfig)", ALL),
                new WatchedCatalog(
                        "pg_shdescription",
                        "x.classoid = 'pg_database'::regclass AND x.objoid = " + THIS_DATABASE,
                        "x.description",
                        ALL),
                new WatchedCatalog(
                        "pg_subscription", "x.subdbid = " + THIS_DATABASE, "to_jsonb(x) - 'subskiplsn'", ALL));
    }

    /**
     * Watched catalogs of tables and sequences, of which the server tells when they have changed; and, as an array of identities,
     * of the relations of which it does not.
     */
    static List<WatchedCatalog> ofRelations(String others) {
        return List.of(
                new WatchedCatalog("pg_attribute", "x.attrelid = ANY (" + others + ")", "x", lasting("x.attrelid")),
                new WatchedCatalog("pg_trigger", "x.tgrelid = ANY (" + others + ")", "x", lasting("x.tgrelid")));
    }

    /** Everything that belongs to relations. */
    static List<WatchedCatalog> contentsOfRelations() {
        return List.of(
                new WatchedCatalog("pg_attribute", "x.attrelid >= 16384", "x", lasting("x.attrelid")),
                new WatchedCatalog("pg_attrdef", ALL, "x", lasting("x.adrelid")),
                new WatchedCatalog("pg_constraint", "x.oid >= 16384", "x", lasting("x.conrelid")),
                new WatchedCatalog("pg_trigger", ALL, "x", lasting("x.tgrelid")),
                new WatchedCatalog("pg_inherits", ALL, "x", lasting("x.inhrelid")),
                new WatchedCatalog("pg_depend", OWNED_SEQUENCE, "x", lasting("x.objid")));
    }

    private static WatchedCatalog whole(String name, String condition) {
        return new WatchedCatalog(name, condition, "x", ALL);
    }

    /** Of what the server brings, thousands of rows, only rights are granted and revoked, and who has done that leaves some. */
    private static String ownOrWith(String rights) {
        return "(" + OWN + " OR " + rights + " IS NOT NULL)";
    }

    private static String lasting(String relation) {
        return relation + " NOT IN (SELECT oid FROM pg_class WHERE relpersistence = 't')";
    }

    private static String lastingIn(String namespace) {
        return namespace + " NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_(toast_)?temp_')";
    }

    /** Catalogs have the same identities on all servers of one version. */
    String versions(long id) {
        return "SELECT %s::int8 AS k, %s AS h FROM %s x WHERE %s"
                .formatted(
                        id,
                        RowVersions.hashed(id).replace("ctid", "x.ctid").replace("xmin", "x.xmin"),
                        name,
                        condition);
    }

    String contents(long id) {
        return "SELECT %s::int8 AS k, hashtextextended((%s)::text, %s) AS h FROM %s x WHERE %s AND %s"
                .formatted(id, contents, id, name, condition, lasting);
    }
}

package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.stream.Stream;

/** The catalogs whose rows have a number, {@code oid}, that tells a database's own objects from those of the server. */
public final class NumberedCatalogs {

    private static final List<String> BY_OID = List.of(
            "pg_am",
            "pg_amop",
            "pg_amproc",
            "pg_cast",
            "pg_collation",
            "pg_conversion",
            "pg_default_acl",
            "pg_enum",
            "pg_event_trigger",
            "pg_foreign_data_wrapper",
            "pg_foreign_server",
            "pg_language",
            "pg_opclass",
            "pg_operator",
            "pg_opfamily",
            "pg_policy",
            "pg_proc",
            "pg_publication",
            "pg_publication_rel",
            "pg_rewrite",
            "pg_statistic_ext",
            "pg_transform",
            "pg_ts_config",
            "pg_ts_dict",
            "pg_ts_parser",
            "pg_ts_template");

    private static final List<String> SINCE_15 = List.of("pg_publication_namespace");

    private NumberedCatalogs() {}

    /** Those of a version of the server, without the catalogs of relations and types. */
    public static List<String> of(int version) {
        return version < 15
                ? BY_OID
                : Stream.concat(BY_OID.stream(), SINCE_15.stream()).toList();
    }
}

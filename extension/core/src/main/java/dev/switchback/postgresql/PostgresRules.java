package dev.switchback.postgresql;

import dev.switchback.schema.rules.RuleDialect;
import java.util.Optional;
import java.util.regex.Pattern;

/** The facts about PostgreSQL that rules for schemas depend on. */
final class PostgresRules implements RuleDialect {

    private static final Pattern LOCAL =
            Pattern.compile("(timestamp(\\(\\d\\))? without time zone|tsrange|tsmultirange)(\\[])*");
    private static final String WITHOUT = "without time zone";

    /** NAMEDATALEN - 1. */
    @Override
    public int longestName() {
        return 63;
    }

    @Override
    public Optional<String> zonedType(String type) {
        return LOCAL.matcher(type).matches() ? Optional.of(zoned(type)) : Optional.empty();
    }

    private static String zoned(String type) {
        return type.replace(WITHOUT, "with time zone")
                .replace("tsrange", "tstzrange")
                .replace("tsmulti", "tstzmulti");
    }

    @Override
    public Optional<String> toZoned(String table, String column, String type) {
        return type.endsWith(WITHOUT)
                ? Optional.of("ALTER TABLE %s ALTER COLUMN %s TYPE %s USING %s AT TIME ZONE '<the zone that is meant>';"
                        .formatted(table, column, zoned(type), column))
                : Optional.empty();
    }

    @Override
    public String repairIndex(String index, boolean isPartitioned) {
        return isPartitioned
                ? "ALTER INDEX %s ATTACH PARTITION <the index of each partition that has none>;".formatted(index)
                : "REINDEX INDEX CONCURRENTLY %s;".formatted(index);
    }
}

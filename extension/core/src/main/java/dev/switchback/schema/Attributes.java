package dev.switchback.schema;

import java.util.Map;

/** The attributes that the comparison itself knows about. */
final class Attributes {

    static final String DEFINITION = "definition";
    static final String POSITION = "position";
    static final String COLUMN_ORDER = "column order";
    static final String VALUES = "values";
    static final String OWNED_BY = "owned by";

    /** In words, what is usual where nothing would be read as the opposite or as nonsense. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("deferrable", "not deferrable"),
            Map.entry("enabled", "enabled"),
            Map.entry("enforced", "enforced"),
            Map.entry("method", "btree"),
            Map.entry("nullability", "nullable"),
            Map.entry("nulls", "distinct"),
            Map.entry("on delete", "no action"),
            Map.entry("on update", "no action"),
            Map.entry("owner", "the owner of the database"),
            Map.entry("persistence", "permanent"),
            Map.entry("populated", "populated"),
            Map.entry("row security", "disabled"),
            Map.entry("security", "invoker"),
            Map.entry("sequence persistence", "the table's"),
            Map.entry("uniqueness", "not unique"),
            Map.entry("valid", "valid"),
            Map.entry("volatility", "volatile"));

    private Attributes() {}

    /** The usual value of an attribute, as a reader calls it. */
    static String usual(String attribute) {
        return USUAL.getOrDefault(attribute, "none");
    }
}

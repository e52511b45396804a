package dev.switchback.schema;

import java.util.Set;

/** The attributes that the comparison itself knows about. */
final class Attributes {

    static final String DEFINITION = "definition";
    static final String POSITION = "position";
    static final String COLUMN_ORDER = "column order";
    static final String VALUES = "values";
    static final String BODY = "body";
    static final String LANGUAGE = "language";
    static final String EXPRESSION = "expression";
    static final String OWNED_BY = "owned by";

    /** What no definition says. */
    static final Set<String> BESIDE_DEFINITION = Set.of("owner", "grants", "revoked", "comment", POSITION);

    private Attributes() {}
}

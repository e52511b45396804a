package dev.switchback.schema;

import dev.switchback.text.NearestName;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Every kind of object that a schema can hold, in the order in which they are listed. */
public enum ObjectKind {
    SCHEMA,
    EXTENSION,
    LANGUAGE,
    ACCESS_METHOD,
    ENUM,
    DOMAIN,
    COMPOSITE_TYPE,
    RANGE_TYPE,
    BASE_TYPE,
    TABLE,
    FOREIGN_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    SEQUENCE,
    COLUMN(true),
    PRIMARY_KEY(true),
    UNIQUE(true),
    FOREIGN_KEY(true),
    CHECK(true),
    EXCLUSION(true),
    INDEX,
    RULE(true),
    TRIGGER(true),
    POLICY(true),
    STATISTICS,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    OPERATOR,
    OPERATOR_FAMILY,
    OPERATOR_CLASS,
    CAST,
    TRANSFORM,
    COLLATION,
    CONVERSION,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION,
    FOREIGN_DATA_WRAPPER,
    FOREIGN_SERVER,
    USER_MAPPING(true),
    EVENT_TRIGGER,
    PUBLICATION,
    SUBSCRIPTION,
    DEFAULT_PRIVILEGES,
    LARGE_OBJECT,
    /** An object of the server or an extension on which somebody has changed the privileges. */
    BUILT_IN;

    private static final Set<ObjectKind> WITH_ROWS =
            Collections.unmodifiableSet(EnumSet.of(TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW));

    private final boolean namedWithinParent;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    ObjectKind() {
        this(false);
    }

    ObjectKind(boolean namedWithinParent) {
        this.namedWithinParent = namedWithinParent;
    }

    /**
     * The kind that is called so.
     *
     * @param label as {@link #label()} has it, in any case: {@code materialized view}
     * @throws IllegalArgumentException if there is none, with the label nearest to it
     */
    public static ObjectKind labelled(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of object called %s. Did you mean %s?"
                        .formatted(label, nearest(wanted).label)));
    }

    private static ObjectKind nearest(String label) {
        return Arrays.stream(values())
                .min(Comparator.comparing(
                                (ObjectKind kind) -> !kind.label.contains(label) && !label.contains(kind.label))
                        .thenComparing(kind -> NearestName.distance(label, kind.label)))
                .orElseThrow();
    }

    /** The kind in words: {@code materialized view}. */
    public String label() {
        return label;
    }

    /** Whether a name of this kind is unique only within its parent, as a column's is within its table. */
    boolean namedWithinParent() {
        return namedWithinParent;
    }

    /** Whether such an object has columns that its own definition decides. */
    public boolean isView() {
        return this == VIEW || this == MATERIALIZED_VIEW;
    }

    /** The kinds from which rows can be selected: tables and views of every sort. */
    public static Set<ObjectKind> withRows() {
        return WITH_ROWS;
    }

    /** Whether such an object has columns. */
    boolean isRelation() {
        return WITH_ROWS.contains(this) || this == COMPOSITE_TYPE;
    }
}

package dev.switchback.schema;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The names that attributes of objects have, by kind; an object has those of them that are not as usual. */
@API(status = API.Status.INTERNAL)
public final class AttributeNames {

    private static final String ROUTINE_TEXT =
            "arguments, returns, language, body, volatility, strictness, security, leaks, parallel, window, cost, rows, support,"
                    + " transforms, settings";

    private static final Map<ObjectKind, Set<String>> BY_KIND = Arrays.stream(ObjectKind.values())
            .collect(Collectors.toUnmodifiableMap(kind -> kind, kind -> Set.copyOf(listed(kind))));

    private AttributeNames() {}

    /** The attributes that objects of a kind can have, as in {@link SchemaObject#attributes()}. */
    public static Set<String> of(ObjectKind kind) {
        return BY_KIND.getOrDefault(kind, Set.of());
    }

    /** The names of everything about an object that can change: its attributes, its definition, or the order of its columns. */
    public static Set<String> ofChanges(ObjectKind kind) {
        Set<String> names = new TreeSet<>(of(kind));
        names.add(Attributes.DEFINITION);
        names.add(Attributes.COLUMN_ORDER);
        return names;
    }

    /** The attributes that the text of a routine says. */
    public static Set<String> ofRoutineText() {
        return names(ROUTINE_TEXT);
    }

    private static Set<String> listed(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE ->
                owned(
                        "persistence, partitioned by, partition of, inherits, of type, access method, tablespace, options,"
                                + " row security, replica identity, server, foreign options, grants, revoked");
            case VIEW, MATERIALIZED_VIEW ->
                owned(
                        "options, populated, access method, tablespace, persistence, depends on extension, grants, revoked");
            case COLUMN ->
                names(
                        "type, nullability, default, generated, identity, collation, storage, compression, statistics, options,"
                                + " foreign options, grants, revoked, comment, not null constraint, sequence grants,"
                                + " sequence revoked, sequence comment, sequence persistence, inherited, position");
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION ->
                names(
                        "columns, expression, references, on update, on delete, match, deferrable, valid, enforced, inheritance,"
                                + " enabled, clustered, replica identity, options, tablespace, part of, depends on extension, index comment, comment");
            case INDEX ->
                names(
                        "columns, include, method, uniqueness, nulls, predicate, valid, clustered, replica identity, options,"
                                + " tablespace, part of, statistics, depends on extension, comment");
            case SEQUENCE ->
                owned("type, increment, minimum, maximum, start, cache, cycle, owned by, persistence, grants, revoked");
            case ENUM, DOMAIN, COMPOSITE_TYPE ->
                owned("values, type, nullability, default, collation, grants, revoked");
            case RANGE_TYPE, BASE_TYPE ->
                owned(
                        "subtype, subtype difference, canonical, multirange type, operator class, collation, grants, revoked");
            case FUNCTION, PROCEDURE, AGGREGATE -> owned(ROUTINE_TEXT + ", depends on extension, grants, revoked");
            case TRIGGER -> names("enabled, deferrable, function, depends on extension, comment");
            case RULE -> names("enabled, comment");
            case POLICY -> names("mode, command, roles, using, check, comment");
            case EXTENSION -> owned("version, in schema, functions and comments");
            case EVENT_TRIGGER -> owned("enabled");
            case TEXT_SEARCH_CONFIGURATION -> owned("mappings");
            case TEXT_SEARCH_DICTIONARY -> owned("options");
            case FOREIGN_DATA_WRAPPER, FOREIGN_SERVER -> owned("options, grants, revoked");
            case USER_MAPPING -> names("options");
            case PUBLICATION -> owned("tables, schemas, publishes, published via, generated columns");
            case SUBSCRIPTION -> owned("enabled, streaming, two phase, on error, origin, runs as, password, failover");
            case SCHEMA, LANGUAGE, LARGE_OBJECT -> owned("grants, revoked");
            case BUILT_IN -> names("grants, revoked");
            case DEFAULT_PRIVILEGES -> names("grants, revoked");
            case STATISTICS -> owned("target, statistics");
            case ACCESS_METHOD,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    COLLATION,
                    CONVERSION,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE -> owned("");
        };
    }

    private static Set<String> owned(String names) {
        Set<String> all = names(names);
        all.add("owner");
        all.add("comment");
        return all;
    }

    private static Set<String> names(String names) {
        return Stream.of(names.split(", "))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

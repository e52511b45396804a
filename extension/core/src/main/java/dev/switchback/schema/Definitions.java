package dev.switchback.schema;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows whether attributes that differ are all that differs in the definitions of an object. */
final class Definitions {

    /** The attributes in the definition, by kind, for kinds whose definition says nothing that no attribute says. */
    private static final Map<ObjectKind, Set<String>> WHOLE = Map.ofEntries(
            Map.entry(
                    ObjectKind.COLUMN, Set.of("type", "nullability", "default", "generated", "identity", "collation")),
            Map.entry(ObjectKind.CHECK, Set.of("expression", "valid", "enforced", "inheritance")),
            Map.entry(ObjectKind.POLICY, Set.of("mode", "command", "roles", "using", "check")),
            Map.entry(ObjectKind.ENUM, Set.of(Attributes.VALUES)),
            Map.entry(ObjectKind.DOMAIN, Set.of("type", "nullability", "default", "collation")),
            Map.entry(ObjectKind.RANGE_TYPE, Set.of("subtype")),
            Map.entry(ObjectKind.EXTENSION, Set.of("version")),
            Map.entry(ObjectKind.BUILT_IN, Set.of("grants", "revoked")),
            Map.entry(
                    ObjectKind.SEQUENCE, Set.of("type", "increment", "minimum", "maximum", "start", "cache", "cycle")),
            Map.entry(ObjectKind.FUNCTION, AttributeNames.ofRoutineText()),
            Map.entry(ObjectKind.PROCEDURE, AttributeNames.ofRoutineText()));

    private static final Pattern KEYS = Pattern.compile("(?<=\\()[^()]*(?=\\))");

    /** The words in a definition that an attribute says, too, for the other kinds. */
    private static final Map<String, Pattern> WORDS = Map.ofEntries(
            words("deferrable", "(?: NOT)? DEFERRABLE(?: INITIALLY (?:DEFERRED|IMMEDIATE))?"),
            words("enabled", " \\(here \\w+\\)"),
            words("enforced", " NOT ENFORCED"),
            words("function", "EXECUTE FUNCTION [^(]+"),
            words("include", " INCLUDE \\([^)]*\\)"),
            words("match", " MATCH \\w+"),
            words("method", " USING \\w+"),
            words("nulls", " NULLS NOT DISTINCT"),
            words("on delete", " ON DELETE (?:NO ACTION|RESTRICT|CASCADE|SET NULL|SET DEFAULT)"),
            words("on update", " ON UPDATE (?:NO ACTION|RESTRICT|CASCADE|SET NULL|SET DEFAULT)"),
            words("options", " WITH \\((?:'[^']*'|[^()'])*\\)"),
            words("predicate", "(?s) WHERE .*"),
            words("references", " REFERENCES [^(]+\\([^)]*\\)"),
            words("uniqueness", "UNIQUE "),
            words("valid", " NOT VALID"));

    private Definitions() {}

    private static Map.Entry<String, Pattern> words(String attribute, String regex) {
        return Map.entry(attribute, Pattern.compile(regex));
    }

    /** Whether two definitions that differ do so in nothing but what these attributes say. */
    static boolean areExplained(ObjectPair pair, Set<String> changed) {
        Set<String> whole = WHOLE.get(pair.before().kind());
        if (whole != null) {
            return changed.stream().anyMatch(whole::contains);
        }
        return !changed.isEmpty() && rest(pair.before(), changed).equals(rest(pair.after(), changed));
    }

    private static String rest(SchemaObject object, Set<String> changed) {
        String rest = object.definition();
        for (String attribute : changed) {
            Pattern words = WORDS.get(attribute);
            if (words != null) {
                rest = words.matcher(rest).replaceFirst("");
            }
        }
        return changed.contains("columns") ? withoutColumns(object, rest) : rest;
    }

    private static String withoutColumns(SchemaObject object, String definition) {
        if (object.kind() != ObjectKind.INDEX) {
            return KEYS.matcher(definition).replaceFirst("");
        }
        String rest = definition;
        for (String column : object.attribute("columns").split(", ")) {
            int at = rest.indexOf(column, rest.indexOf('('));
            rest = at < 0 ? rest : rest.substring(0, at) + rest.substring(at + column.length());
        }
        return rest.replaceAll("[, ]+(?=[,)])", "").replaceAll("\\( +", "(");
    }
}

package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.literal;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collations, conversions, and the parts of text search. */
final class TextWriter implements KindWriter {

    /** {@code accept = 'false'}, as the catalog has it. */
    private static final Pattern OPTION = Pattern.compile("(\\w+|\"[^\"]+\") = (?:E?'(?:[^']|'')*'|[^,]*)");

    @Override
    public boolean create(SchemaObject object, DdlContext context) {
        context.draft().add(object.kind(), text(object, context));
        if (object.kind() == ObjectKind.TEXT_SEARCH_CONFIGURATION) {
            mappings("", object.attribute("mappings"), object, context);
        }
        context.common(Alteration.ofNew(object, "mappings", "options"));
        return true;
    }

    private static String text(SchemaObject object, DdlContext context) {
        String create = "CREATE " + context.address().typed(object.name());
        String definition = object.definition();
        return switch (object.kind()) {
            case TEXT_SEARCH_CONFIGURATION -> create + " (PARSER = " + definition.substring("parser ".length()) + ")";
            case TEXT_SEARCH_DICTIONARY -> {
                String options = object.attribute("options");
                yield create + " (TEMPLATE = " + definition.substring("template ".length())
                        + (options.isEmpty() ? "" : ", " + options) + ")";
            }
            case TEXT_SEARCH_PARSER ->
                create
                        + parts(
                                definition,
                                Map.of("token", "GETTOKEN", "lextype", "LEXTYPES"),
                                "start",
                                "token",
                                "end",
                                "headline",
                                "lextype");
            case TEXT_SEARCH_TEMPLATE -> create + parts(definition, Map.of(), "init", "lexize");
            case COLLATION -> create + collation(definition);
            default -> {
                KeywordReader words = new KeywordReader(definition, "default", "from", "to", "function");
                yield "CREATE " + (words.has("default") ? "DEFAULT " : "") + "CONVERSION "
                        + StatementName.of(object.name())
                        + " FOR " + literal(words.get("from")) + " TO " + literal(words.get("to")) + " FROM "
                        + words.get("function");
            }
        };
    }

    private static String parts(String definition, Map<String, String> names, String... keys) {
        KeywordReader words = new KeywordReader(definition, keys);
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            if (words.has(key)) {
                parts.add(names.getOrDefault(key, key.toUpperCase(Locale.ROOT)) + " = " + words.get(key));
            }
        }
        return " (" + String.join(", ", parts) + ")";
    }

    private static String collation(String definition) {
        KeywordReader words = new KeywordReader(definition, "provider", "locale", "ctype", "nondeterministic", "rules");
        List<String> parts = new ArrayList<>();
        parts.add("PROVIDER = " + words.get("provider"));
        if (words.has("ctype")
                && !words.get("ctype").equals(words.get("locale"))
                && words.get("provider").equals("libc")) {
            parts.add("LC_COLLATE = " + literal(words.get("locale")));
            parts.add("LC_CTYPE = " + literal(words.get("ctype")));
        } else {
            parts.add("LOCALE = " + literal(words.get("locale")));
        }
        if (words.has("nondeterministic")) {
            parts.add("DETERMINISTIC = false");
        }
        if (words.has("rules")) {
            parts.add("RULES = " + words.get("rules"));
        }
        return " (" + String.join(", ", parts) + ")";
    }

    private static void mappings(String from, String to, SchemaObject configuration, DdlContext context) {
        Map<String, String> before = mappings(from);
        Map<String, String> after = mappings(to);
        String alter = "ALTER " + context.address().typed(configuration.name());
        Map<String, List<String>> added = new LinkedHashMap<>();
        after.forEach((token, dictionaries) -> {
            if (!before.containsKey(token)) {
                added.computeIfAbsent(dictionaries, any -> new ArrayList<>()).add(token);
            } else if (!dictionaries.equals(before.get(token))) {
                context.draft()
                        .add(configuration.kind(), alter + " ALTER MAPPING FOR " + token + " WITH " + dictionaries);
            }
        });
        added.forEach((dictionaries, tokens) -> context.draft()
                .add(
                        configuration.kind(),
                        alter + " ADD MAPPING FOR " + String.join(", ", tokens) + " WITH " + dictionaries));
        before.keySet().stream().filter(token -> !after.containsKey(token)).forEach(token -> context.draft()
                .add(configuration.kind(), alter + " DROP MAPPING FOR " + token));
    }

    /** The options to be had, and the names alone of those that are to go. */
    private static String options(String from, String to) {
        Set<String> kept = optionNames(to);
        return Stream.concat(
                        Stream.of(to).filter(options -> !options.isEmpty()),
                        optionNames(from).stream().filter(name -> !kept.contains(name)))
                .collect(Collectors.joining(", "));
    }

    private static Set<String> optionNames(String options) {
        return OPTION.matcher(options)
                .results()
                .map(option -> option.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, String> mappings(String list) {
        Map<String, String> mappings = new LinkedHashMap<>();
        for (String mapping : list.isEmpty() ? new String[0] : list.split("; ")) {
            int colon = mapping.indexOf(": ");
            mappings.put(mapping.substring(0, colon), mapping.substring(colon + 2));
        }
        return mappings;
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject object = alteration.after();
        if (alteration.take("definition")) {
            drop(alteration.before(), context);
            create(object, context);
            alteration.take("owner", "comment", "mappings", "options");
        }
        if (alteration.take("mappings")) {
            mappings(alteration.from("mappings"), alteration.to("mappings"), object, context);
        }
        if (alteration.take("options")) {
            context.draft()
                    .add(
                            object.kind(),
                            "ALTER " + context.address().typed(object.name()) + " ("
                                    + options(alteration.from("options"), alteration.to("options")) + ")");
        }
        context.common(alteration);
    }
}

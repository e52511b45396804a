package dev.switchback.assertions;

import dev.switchback.product.Products;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.compatibility.ColumnTypes;
import dev.switchback.text.NearestName;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The types that a schema and its product have. */
final class KnownTypes {

    private static final Set<ObjectKind> TYPES = Set.of(
            ObjectKind.ENUM,
            ObjectKind.DOMAIN,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.RANGE_TYPE,
            ObjectKind.BASE_TYPE,
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW);

    private KnownTypes() {}

    /**
     * Refuses a type that is not there, but like one that is.
     *
     * @throws IllegalArgumentException with the types nearest to it
     */
    static void check(AssertionContext site, String written) {
        Set<String> known = new TreeSet<>(builtIn(site.schema().product()));
        if (known.isEmpty()) {
            return;
        }
        site.schema().objects().stream()
                .filter(object -> TYPES.contains(object.kind()))
                .forEach(type -> known.add(type.name().name()));
        site.schema().objects(ObjectKind.COLUMN).stream()
                .map(column -> bare(column.attribute("type")))
                .forEach(known::add);
        String name = bare(written);
        String question = known.contains(name) ? "" : NearestName.question(name, known);
        if (!question.isEmpty()) {
            throw new IllegalArgumentException("There is no type %s.%s".formatted(written, question));
        }
    }

    /** Refuses types of a routine's arguments in the same way. */
    static void ofArguments(AssertionContext site, ObjectKind kind, String routine) {
        boolean isRoutine = kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE || kind == ObjectKind.AGGREGATE;
        if (isRoutine && routine.contains("(")) {
            RoutineSignatures.types(routine).forEach(type -> check(site, type));
        }
    }

    /** Without its schema, lengths, dimensions and quotes, and in small letters unless it has quotes. */
    private static String bare(String type) {
        String name = type.replaceAll("\\([^)]*\\)|\\[[^]]*]", "")
                .replaceAll("(?i)^\\s*setof\\s+|\\s+array\\s*$", "")
                .replaceAll("\\s+", " ")
                .strip();
        String last = name.replaceFirst("^(?:\"[^\"]*\"|[^.\"]*)\\.", "");
        return last.startsWith("\"") ? last.replace("\"", "") : last.toLowerCase(Locale.ROOT);
    }

    private static Set<String> builtIn(String product) {
        return Products.installed()
                .find(ColumnTypes.class, product)
                .map(ColumnTypes::builtIn)
                .orElse(Set.of());
    }
}

package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Operators. */
final class OperatorWriter implements KindWriter {

    @Override
    public boolean create(SchemaObject operator, DdlContext context) {
        context.draft().add(operator.kind(), text(operator));
        context.common(Alteration.ofNew(operator));
        return true;
    }

    private static String text(SchemaObject operator) {
        KeywordReader words = words(operator);
        String name = operator.name().name();
        String[] types =
                name.substring(name.indexOf('(') + 1, name.length() - 1).split(", ");
        List<String> parts = new ArrayList<>();
        parts.add("FUNCTION = " + words.get("function"));
        if (types.length > 1) {
            parts.add("LEFTARG = " + types[0]);
        }
        parts.add("RIGHTARG = " + types[types.length - 1]);
        for (String other : List.of("commutator", "negator")) {
            if (words.has(other)) {
                parts.add(other.toUpperCase(Locale.ROOT) + " = OPERATOR("
                        + words.get(other).replaceFirst("\\(.*", "") + ")");
            }
        }
        for (String estimator : List.of("restrict", "join")) {
            if (words.has(estimator)) {
                parts.add(estimator.toUpperCase(Locale.ROOT) + " = " + words.get(estimator));
            }
        }
        for (String flag : List.of("hashes", "merges")) {
            if (words.has(flag)) {
                parts.add(flag.toUpperCase(Locale.ROOT));
            }
        }
        return "CREATE OPERATOR " + SqlName.quoteIfNeeded(operator.name().schema()) + "."
                + StatementName.local(operator.name()) + " (" + String.join(", ", parts) + ")";
    }

    private static KeywordReader words(SchemaObject operator) {
        return new KeywordReader(
                operator.definition(),
                "function",
                "returns",
                "commutator",
                "negator",
                "restrict",
                "join",
                "hashes",
                "merges");
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject operator = alteration.after();
        if (alteration.take("definition")) {
            String typed = context.address().typed(operator.name());
            KeywordReader words = words(operator);
            String estimators =
                    " SET (RESTRICT = " + orNone(words.get("restrict")) + ", JOIN = " + orNone(words.get("join")) + ")";
            boolean onlyEstimators = withoutEstimators(alteration.before()).equals(withoutEstimators(operator));
            context.draft()
                    .ways(
                            operator.kind(),
                            List.of(
                                    onlyEstimators
                                            ? List.of("ALTER " + typed + estimators)
                                            : List.of("DROP " + typed, text(operator))));
        }
        context.common(alteration);
    }

    private static String orNone(String function) {
        return function.isEmpty() ? "NONE" : function;
    }

    private static String withoutEstimators(SchemaObject operator) {
        return operator.definition().replaceFirst(" restrict \\S+", "").replaceFirst(" join \\S+", "");
    }
}

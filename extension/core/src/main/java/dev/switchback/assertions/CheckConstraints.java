package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.regex.Pattern;

/** Check constraints by what they mean. */
final class CheckConstraints {

    private static final Pattern WORD = Pattern.compile("^\\s*CHECK\\s*(?=\\()", Pattern.CASE_INSENSITIVE);

    private CheckConstraints() {}

    static <SELF extends ObjectAssert<SELF, ?>> SELF has(SELF object, List<SchemaObject> checks, String expression) {
        ArgumentChecks.text("expression", expression);
        return object.require(
                !meaning(object, checks, expression).isEmpty(),
                () -> Mismatch.missing(
                        "a check constraint " + expression, "check constraints", ObjectLines.of(checks)));
    }

    /** @param names what the expression can speak of */
    static <SELF extends ObjectAssert<SELF, ?>> SELF hasNot(
            SELF object, List<String> names, List<SchemaObject> checks, String expression) {
        ArgumentChecks.text("expression", expression);
        object.refuseUnlike(names, expression);
        checks.stream()
                .filter(check -> check.name().name().equals(expression.strip()) && !names.contains(expression.strip()))
                .findFirst()
                .ifPresent(
                        named -> object.refuse(true, () -> "%s is the name of a check constraint. What it says is %s."
                                .formatted(expression, named.attribute("expression"))));
        List<SchemaObject> found = meaning(object, checks, expression);
        return object.require(
                found.isEmpty(),
                () -> Mismatch.present("check constraint " + expression, String.join("\n", ObjectLines.of(found))));
    }

    private static List<SchemaObject> meaning(ObjectAssert<?, ?> object, List<SchemaObject> checks, String expression) {
        return checks.stream()
                .filter(check -> same(object, expression, check.attribute("expression")))
                .toList();
    }

    /** Whether a condition is meant, with or without the word that begins the constraint. */
    static boolean same(ObjectAssert<?, ?> object, String written, String read) {
        return object.sameExpression(WORD.matcher(written).replaceFirst(""), read);
    }
}

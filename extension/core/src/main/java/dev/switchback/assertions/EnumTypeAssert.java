package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Assertions on an enum type; see {@link SchemaAssert#enumType}. */
public class EnumTypeAssert extends OwnedAssert<EnumTypeAssert> {

    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

    /** Begins assertions on an enum type alone. */
    public EnumTypeAssert(SchemaObject actual) {
        super(actual, EnumTypeAssert.class);
    }

    /** Has exactly these values in this order. */
    public EnumTypeAssert hasValues(String... values) {
        List<String> expected = ArgumentChecks.names("value", values);
        return require(values().equals(expected), () -> Mismatch.names("values", expected, values()));
    }

    /** Has these values in any order, and maybe others. */
    public EnumTypeAssert containsValues(String... values) {
        List<String> expected = ArgumentChecks.names("value", values);
        return require(values().containsAll(expected), () -> Mismatch.lacking("values", expected, values()));
    }

    /** Has none of these values. */
    public EnumTypeAssert doesNotContainValues(String... values) {
        List<String> unexpected = ArgumentChecks.names("value", values);
        unexpected.forEach(this::requireMeant);
        List<String> found = values().stream().filter(unexpected::contains).toList();
        return require(
                found.isEmpty(),
                () -> Mismatch.present("value " + String.join(", ", found), String.join("\n", values())));
    }

    private void requireMeant(String value) {
        values().stream()
                .filter(there -> NameAlone.of(there).equals(NameAlone.of(value)) && !values().contains(value))
                .findFirst()
                .ifPresent(there -> refuse(true, () -> "There is no value %s, but there is %s. %s"
                        .formatted(
                                value,
                                there,
                                NameAlone.advice(value)
                                        .replace("Names", "Values")
                                        .replace("the name", "the value"))));
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(attribute("values"));
        while (value.find()) {
            values.add(value.group(1).replace("''", "'"));
        }
        return values;
    }
}

package dev.switchback.schema.rules;

import dev.switchback.schema.Schema;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A rule of its parts. */
record FunctionRule(String id, String demand, String reason, Function<Schema, List<Violation>> check)
        implements SchemaRule {

    private static final Pattern ID = Pattern.compile("[^\\s:#]+");

    FunctionRule {
        check(id);
    }

    static void check(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the id of a rule: it must not be empty and has no blanks, colons and #"
                            .formatted(id));
        }
    }

    @Override
    public List<Violation> violations(Schema schema) {
        return check.apply(schema);
    }

    @Override
    public String toString() {
        return id + ": " + demand;
    }
}

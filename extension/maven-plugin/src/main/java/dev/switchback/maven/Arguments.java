package dev.switchback.maven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a command, from the parameters of a goal. What is not set is left to the command. */
final class Arguments {

    private final List<String> all = new ArrayList<>();

    Arguments(String command) {
        all.add(command);
    }

    Arguments option(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            all.add(name + "=" + value);
        }
        return this;
    }

    Arguments flag(String name, boolean isSet) {
        if (isSet) {
            all.add(name);
        }
        return this;
    }

    /** An option that takes its values in one text, with commas. */
    Arguments list(String name, @Nullable Collection<String> values) {
        return values == null ? this : option(name, String.join(",", values));
    }

    /** An option that is given once for each value. */
    Arguments each(String name, @Nullable Collection<String> values) {
        if (values != null) {
            values.forEach(value -> option(name, value));
        }
        return this;
    }

    /** An option that is given once for each name with its value. */
    Arguments pairs(String name, @Nullable Map<String, String> values) {
        if (values != null) {
            values.forEach((key, value) -> option(name, key + "=" + (value == null ? "" : value)));
        }
        return this;
    }

    Arguments operand(Object value) {
        all.add(value.toString());
        return this;
    }

    List<String> toList() {
        return List.copyOf(all);
    }
}

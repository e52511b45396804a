package dev.switchback.schema.rules;

import dev.switchback.schema.ObjectName;

/**
 * One object that a rule is not met by.
 *
 * @param object the object
 * @param problem what is wrong with it, in words that follow its name: {@code has no primary key}
 * @param remedy what mends it: SQL, or a sentence
 */
public record Violation(ObjectName object, String problem, String remedy) {

    /** {@code table public.orders has no primary key}. */
    @Override
    public String toString() {
        return object + " " + problem;
    }
}

package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/**
 * Assertions on a function or a procedure. Not to be extended.
 *
 * @param <SELF> the assertion's own type
 */
public abstract class RoutineAssert<SELF extends RoutineAssert<SELF>> extends OwnedAssert<SELF> {

    RoutineAssert(SchemaObject actual, Class<?> type) {
        super(actual, type);
    }

    /** Is written in this language: {@code sql}, {@code plpgsql}. */
    public SELF hasLanguage(String language) {
        return hasValue("language", language, attribute("language"), String::equalsIgnoreCase);
    }

    /** Runs with the rights of its owner. */
    public SELF isSecurityDefiner() {
        return require(isDefiner(), () -> Mismatch.state("a security definer", "a security invoker"));
    }

    /** Runs with the rights of who calls it, as routines do by default. */
    public SELF isSecurityInvoker() {
        return require(!isDefiner(), () -> Mismatch.state("a security invoker", "a security definer"));
    }

    private boolean isDefiner() {
        return attribute("security").equals("definer");
    }

    /** Has a text that holds this, to the letter. */
    public SELF hasBodyContaining(String text) {
        return hasValue("a body with", text, attribute("body").strip(), (part, body) -> body.contains(part));
    }

    /** Runs with a setting of this value: {@code hasSetting("search_path", "\"\"")}. */
    public SELF hasSetting(String name, String value) {
        ArgumentChecks.text("setting", name);
        ArgumentChecks.text("value of the setting", value);
        String settings = attribute("settings");
        return hasValue("setting", name + "=" + value, settings, (setting, all) -> (", " + all + ", ")
                .contains(", " + setting + ", "));
    }
}

package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Assertions on a policy of row security.
 *
 * @param <PARENT> the assertion on the table that has it
 */
public class PolicyAssert<PARENT> extends ObjectAssert<PolicyAssert<PARENT>, PARENT> {

    /** Begins assertions on a policy alone. */
    public PolicyAssert(SchemaObject actual) {
        super(actual, PolicyAssert.class);
    }

    /** Is for this command: {@code all}, {@code select}, {@code insert}, {@code update} or {@code delete}. */
    public PolicyAssert<PARENT> isForCommand(String command) {
        ArgumentChecks.text("command", command);
        return hasValue("command", command.toLowerCase(Locale.ROOT), orUsual("command", "all"), String::equals);
    }

    /** Applies to exactly these roles, in any order; {@code public} for all. */
    public PolicyAssert<PARENT> appliesTo(String... roles) {
        ArgumentChecks.names("role", roles);
        List<String> there = names(orUsual("roles", "public"));
        List<String> expected = Stream.of(roles).sorted().toList();
        return require(
                there.stream().sorted().toList().equals(expected), () -> Mismatch.names("roles", expected, there));
    }

    /** Shows and changes only rows for which a condition that means this holds. */
    public PolicyAssert<PARENT> hasUsing(String condition) {
        return hasValue("using", condition, attribute("using"), this::sameExpression);
    }

    /** Has no condition on rows that are there. */
    public PolicyAssert<PARENT> hasNoUsing() {
        return hasNone("using", attribute("using"));
    }

    /** Admits only new rows for which a condition that means this holds. */
    public PolicyAssert<PARENT> hasWithCheck(String condition) {
        return hasValue("with check", condition, attribute("check"), this::sameExpression);
    }

    /** Has no condition of its own on new rows. */
    public PolicyAssert<PARENT> hasNoWithCheck() {
        return hasNone("with check", attribute("check"));
    }

    /** Is permissive, as policies are by default: one of these is enough. */
    public PolicyAssert<PARENT> isPermissive() {
        return isInState("mode", "permissive", "permissive");
    }

    /** Is restrictive: all of these must hold. */
    public PolicyAssert<PARENT> isRestrictive() {
        return isInState("mode", "restrictive", "permissive");
    }

    private String orUsual(String attribute, String usual) {
        return attribute(attribute).isEmpty() ? usual : attribute(attribute);
    }
}

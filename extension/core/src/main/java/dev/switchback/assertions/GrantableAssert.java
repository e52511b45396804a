package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Assertions on an object that rights can be granted on. Not to be extended.
 *
 * @param <SELF> the assertion's own type
 * @param <PARENT> the assertion that {@link #and()} leads back to
 */
public abstract class GrantableAssert<SELF extends GrantableAssert<SELF, PARENT>, PARENT>
        extends ObjectAssert<SELF, PARENT> {

    GrantableAssert(SchemaObject actual, Class<?> type) {
        super(actual, type);
    }

    /**
     * Grants these privileges, and maybe others, to a role. What a role has as the owner or as a member of another role
     * does not count.
     *
     * @param role the role; {@code public} for everybody
     * @param privileges such as {@code SELECT}
     */
    public SELF grants(String role, String... privileges) {
        List<String> there = Privileges.of(role, actual);
        List<String> expected = upperCase(privileges);
        return require(
                there.containsAll(expected), () -> mismatch("to grant " + String.join(", ", expected), role, there));
    }

    /** Grants none of these privileges to a role, or none at all if none is named; see {@link #grants}. */
    public SELF doesNotGrant(String role, String... privileges) {
        List<String> there = Privileges.of(role, actual);
        List<String> unexpected = upperCase(privileges);
        boolean holds =
                unexpected.isEmpty() ? there.isEmpty() : unexpected.stream().noneMatch(there::contains);
        String what = unexpected.isEmpty() ? "nothing" : "no " + String.join(", ", unexpected);
        return require(holds, () -> mismatch("to grant " + what, role, there));
    }

    private static Mismatch mismatch(String expected, String role, List<String> there) {
        String actual = there.isEmpty() ? "nothing" : String.join(", ", there);
        return new Mismatch(
                "Expecting it %s to %s, but it grants %s.".formatted(expected, role, actual), expected, actual);
    }

    private static List<String> upperCase(String... privileges) {
        return Stream.of(privileges)
                .map(privilege -> privilege.toUpperCase(Locale.ROOT))
                .toList();
    }
}

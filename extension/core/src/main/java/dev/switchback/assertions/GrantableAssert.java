package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Locale;

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
        List<String> expected = privileges(role, ArgumentChecks.names("privilege", privileges));
        List<String> there = Privileges.of(bare(role), actual);
        return require(
                there.containsAll(expected), () -> mismatch("to grant " + String.join(", ", expected), role, there));
    }

    /**
     * Grants none of these privileges to a role, or none at all if none is named; see {@link #grants}.
     *
     * @param role the role, {@code public} for everybody; one in double quotes is taken as it is, even if nothing in the schema
     *     is granted to it and its name is like that of another
     */
    public SELF doesNotGrant(String role, String... privileges) {
        List<String> unexpected =
                privileges(role, privileges.length == 0 ? List.of() : ArgumentChecks.names("privilege", privileges));
        Roles.of(site().schema()).unlike(role).ifPresent(why -> refuse(true, () -> why));
        List<String> there = Privileges.of(bare(role), actual);
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

    private List<String> privileges(String role, List<String> given) {
        ArgumentChecks.text("role", role);
        List<String> privileges = given.stream()
                .map(privilege -> privilege.toUpperCase(Locale.ROOT))
                .toList();
        Privileges.unknown(actual, role, privileges).ifPresent(why -> refuse(true, () -> why));
        return privileges;
    }

    private static String bare(String role) {
        return role.replace("\"", "");
    }
}

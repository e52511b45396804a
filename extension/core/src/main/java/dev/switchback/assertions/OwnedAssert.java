package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/**
 * Assertions on an object that has an owner. Not to be extended.
 *
 * @param <SELF> the assertion's own type
 */
public abstract class OwnedAssert<SELF extends OwnedAssert<SELF>> extends GrantableAssert<SELF, SchemaAssert> {

    OwnedAssert(SchemaObject actual, Class<?> type) {
        super(actual, type);
    }

    /** Is owned by this role, which is not the owner of the database. */
    public SELF isOwnedBy(String role) {
        ArgumentChecks.text("role", role);
        String owner = attribute("owner");
        return require(
                owner.equals(role),
                () -> new Mismatch(
                        "Expecting it to be owned by %s, but it is owned by %s.".formatted(role, owner(owner)),
                        role,
                        owner(owner)));
    }

    /** Is owned by the owner of the database, whoever that is. */
    public SELF isOwnedByTheDatabaseOwner() {
        String owner = attribute("owner");
        return require(
                owner.isEmpty(),
                () -> new Mismatch(
                        "Expecting it to be owned by the database's owner, but it is owned by %s.".formatted(owner),
                        owner(""),
                        owner));
    }

    private static String owner(String owner) {
        return owner.isEmpty() ? "the database's owner" : owner;
    }
}

package dev.switchback.lint;

/** Kinds of objects that a team may want in repeatable migrations alone. */
public enum RepeatableOnly {
    /** {@code CREATE}, {@code ALTER} and {@code DROP EXTENSION}. */
    EXTENSIONS,
    /** Roles, users and groups; not their passwords in a foreign server's user mappings. */
    ROLES,
    /** Policies of row security. */
    POLICIES
}

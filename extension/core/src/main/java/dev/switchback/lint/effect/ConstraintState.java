package dev.switchback.lint.effect;

/**
 * A constraint at one moment.
 *
 * @param isValidated whether the server has seen to it that all rows hold it
 * @param index the number of the index behind it; 0 if there is none
 * @param isOfParent whether it came with a partitioned table
 * @param definition the server's own text for it
 * @param referenced the qualified name of the table that a foreign key refers to; empty for other kinds
 */
public record ConstraintState(
        Sort sort,
        String name,
        boolean isValidated,
        long index,
        boolean isOfParent,
        String definition,
        String referenced) {

    /** The kinds of constraints. */
    public enum Sort {
        CHECK,
        FOREIGN_KEY,
        PRIMARY_KEY,
        UNIQUE,
        EXCLUSION,
        NOT_NULL,
        OTHER
    }
}

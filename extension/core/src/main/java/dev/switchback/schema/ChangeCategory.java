package dev.switchback.schema;

/** The category of a change, so that a team can accept one category and no other. */
public enum ChangeCategory {
    /** The schema is another one. */
    STRUCTURE,
    /** The same columns in another order. */
    COLUMN_ORDER,
    /** An enum has all its values, in their order, and more. */
    ENUM_VALUES_LEFT,
    /** The same in other words, such as white space or comments inside a routine, or alternatives in another order. */
    COSMETIC
}

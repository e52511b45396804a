package dev.switchback.lint.effect;

/**
 * A column at one moment.
 *
 * @param expression its default or the expression that generates it; empty if there is none
 * @param varies whether each row gets a value of its own by that default
 * @param generated how it is generated
 */
public record ColumnState(
        String name, String type, boolean isNotNull, String expression, boolean varies, Generated generated) {

    /** The ways in which a column gets values by itself. */
    public enum Generated {
        NOT,
        /** Computed when a row is written. */
        STORED,
        /** Computed when a row is read. */
        VIRTUAL,
        /** Numbered by the server. */
        IDENTITY
    }
}

package dev.switchback.lint.effect;

/**
 * An index at one moment.
 *
 * @param file another one means that it was built anew
 * @param isValid whether queries use it
 * @param columns the names of its columns in order; empty for an expression
 * @param definition the server's own statement for it
 */
public record IndexState(
        String name, long file, boolean isUnique, boolean isValid, java.util.List<String> columns, String definition) {

    public IndexState {
        columns = java.util.List.copyOf(columns);
    }
}

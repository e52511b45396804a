package dev.switchback.assertions;

import java.util.Locale;

/** What happens to rows when those that they refer to are deleted or get another key. */
public enum ForeignKeyAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** As SQL has it: {@code set null}. */
    String sql() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package dev.switchback.assertions;

import java.util.Locale;

/** The action on rows when the rows that they refer to are deleted or get another key. */
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

package dev.switchback.postgresql.sql;

/** A text is in no form that is understood here; it can only be compared as text. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotUnderstood(String what) {
        super(what, null, false, false);
    }
}

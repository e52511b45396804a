package dev.switchback.statements;

import org.jspecify.annotations.Nullable;

/** Statements or settings that cannot be used: no file, a file that is not understood, a version that does not exist. */
public final class StatementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StatementException(String message) {
        super(message);
    }

    public StatementException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

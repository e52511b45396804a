package dev.switchback.lint;

import org.jspecify.annotations.Nullable;

/** Settings of a lint that cannot be used: an unknown rule, a file that cannot be read. */
public final class LintException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LintException(String message) {
        super(message);
    }

    public LintException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

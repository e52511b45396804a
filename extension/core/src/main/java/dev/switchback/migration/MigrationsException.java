package dev.switchback.migration;

import org.jspecify.annotations.Nullable;

/** Migrations that cannot be run as they are: none found, two with one version, a script that fails. */
public final class MigrationsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MigrationsException(String message) {
        super(message);
    }

    public MigrationsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

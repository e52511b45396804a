package dev.switchback.provision;

import org.jspecify.annotations.Nullable;

/** The environment could not give what was asked: no server, no binaries, no space, no permission. */
public final class ProvisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProvisionException(String message) {
        super(message);
    }

    public ProvisionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package dev.switchback.filling;

/** Rows cannot be made up as asked for. The message says what is wrong and what to do. */
public final class GeneratedRowsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public GeneratedRowsException(String message) {
        super(message);
    }

    public GeneratedRowsException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.switchback.schema;

import java.sql.SQLException;

/** The schema cannot be read. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SchemaException(String message) {
        super(message);
    }

    public SchemaException(String message, Throwable cause) {
        super(message, cause);
    }

    static SchemaException unreadable(SQLException cause) {
        return new SchemaException("The schema cannot be read: " + cause.getMessage(), cause);
    }
}

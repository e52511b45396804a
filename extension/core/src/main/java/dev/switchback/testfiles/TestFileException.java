package dev.switchback.testfiles;

/** A file of a test's project that cannot be named, found, read or written; the message says which and why. */
public final class TestFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TestFileException(String message) {
        super(message);
    }

    TestFileException(String message, Throwable cause) {
        super(message, cause);
    }
}

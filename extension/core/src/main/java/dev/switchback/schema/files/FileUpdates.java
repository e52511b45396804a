package dev.switchback.schema.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a test run may write the files that its tests compare with: golden files and lists of known violations. To be
 * asked before such a file is made or changed.
 */
public enum FileUpdates {
    /** A file is only read; a missing one is an error. */
    OFF,

    /** A file that is missing or differs is written. */
    ON,

    /** A build server: nothing is ever written, whatever else is said. */
    REFUSED;

    /** The JVM property, or JUnit configuration parameter, that asks for it with the value {@code update}. */
    public static final String PROPERTY = "switchback.golden";

    private static final String UPDATE = "update";
    private static final String COMPARE = "compare";

    /**
     * What this JVM says: its property {@value #PROPERTY}, and the environment variable {@code CI}.
     *
     * @throws IllegalArgumentException if the property has a value that means nothing
     */
    public static FileUpdates ofThisRun() {
        return of(Optional.ofNullable(System.getProperty(PROPERTY)), System::getenv);
    }

    /**
     * The same, with a value from elsewhere.
     *
     * @param said the value of {@value #PROPERTY}; empty if nobody set it
     * @param environment the variables, {@code null} for one that is not set
     * @throws IllegalArgumentException if the value means nothing
     */
    public static FileUpdates of(Optional<String> said, UnaryOperator<@Nullable String> environment) {
        String value = said.map(String::strip).orElse("");
        if (!value.isEmpty() && !value.equals(UPDATE) && !value.equals(COMPARE)) {
            throw new IllegalArgumentException(
                    "%s = '%s': must be %s, or %s, which is the default".formatted(PROPERTY, value, UPDATE, COMPARE));
        }
        String ci = environment.apply("CI");
        if (ci != null && !ci.isBlank() && !ci.strip().equalsIgnoreCase("false")) {
            return REFUSED;
        }
        return value.equals(UPDATE) ? ON : OFF;
    }

    /** Whether files may be written. */
    public boolean allowed() {
        return this == ON;
    }

    /** A sentence that says how to have a file written: {@code To make it, run ... and commit it.} */
    public String advice(String verb, Path file) {
        return "To %s it, run the test with -D%s=%s%s, read %s, and commit it."
                .formatted(
                        verb,
                        PROPERTY,
                        UPDATE,
                        this == REFUSED ? " on your own machine, as CI is set here and nothing is written" : "",
                        file.getFileName());
    }
}

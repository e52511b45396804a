package dev.switchback.testfiles;

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

    private static final String UPDATE = "update";
    private static final String COMPARE = "compare";

    /**
     * The update mode that this JVM sets, in a property and in the environment variable {@code CI}.
     *
     * @param property its name, which may have the value {@code update} or {@code compare}
     * @throws IllegalArgumentException if the property has a value that means nothing
     */
    public static FileUpdates ofThisRun(String property) {
        return of(property, Optional.ofNullable(System.getProperty(property)), System::getenv);
    }

    /**
     * The same, with a value from elsewhere.
     *
     * @param property what the value is of
     * @param said the value; empty if nobody set it
     * @param environment the variables, {@code null} for one that is not set
     * @throws IllegalArgumentException if the value means nothing
     */
    public static FileUpdates of(String property, Optional<String> said, UnaryOperator<@Nullable String> environment) {
        String value = said.map(String::strip).orElse("");
        if (!value.isEmpty() && !value.equals(UPDATE) && !value.equals(COMPARE)) {
            throw new IllegalArgumentException(
                    "%s = '%s': must be %s, or %s, which is the default".formatted(property, value, UPDATE, COMPARE));
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
    public String advice(String verb, String property, Path file) {
        return adviceTo(verb, "run the test with -D%s=%s".formatted(property, UPDATE), file);
    }

    /** The same where something else than a test writes the file, such as {@code call it with --update}. */
    public String adviceTo(String verb, String call, Path file) {
        return "To %s it, %s%s, read %s, and commit it."
                .formatted(
                        verb,
                        call,
                        this == REFUSED ? " on your own machine, as CI is set here and nothing is written" : "",
                        file.getFileName());
    }
}

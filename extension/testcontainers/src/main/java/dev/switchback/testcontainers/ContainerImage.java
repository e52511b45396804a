package dev.switchback.testcontainers;

import dev.switchback.postgresql.DefaultVersion;
import java.util.regex.Pattern;
import org.testcontainers.containers.JdbcDatabaseContainer;

/**
 * The image of a container, as far as it is known. (To ask a container for the name of its image is to pull it.)
 *
 * @param name its full name, such as {@code postgres:17}, or words for it
 * @param known whether it is the name
 */
record ContainerImage(String name, boolean known) {

    static final String DEFAULT = "postgres:" + DefaultVersion.MAJOR;

    private static final Pattern TAG = Pattern.compile("\\d[\\w.-]*");

    /** The image that a version asks for. */
    static ContainerImage of(String version) {
        if (version.isEmpty()) {
            return new ContainerImage(DEFAULT, true);
        }
        return new ContainerImage(TAG.matcher(version).matches() ? "postgres:" + version : version, true);
    }

    static ContainerImage of(JdbcDatabaseContainer<?> own) {
        return new ContainerImage("of your " + own.getClass().getSimpleName(), false);
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.switchback.jupiter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/** Versions of libraries, as their jars on the class path say them; none where a jar does not. */
final class JarVersions {

    private JarVersions() {}

    /** From what Maven puts into the jars that it builds. */
    static Optional<String> ofModule(String group, String artifact) {
        String file = "META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
        try (InputStream properties = JarVersions.class.getClassLoader().getResourceAsStream(file)) {
            if (properties == null) {
                return Optional.empty();
            }
            Properties read = new Properties();
            read.load(properties);
            return Optional.ofNullable(read.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException("The class path does not let itself be read: " + file, e);
        }
    }

    /** From the manifest of the jar that a class is in. */
    static Optional<String> ofClass(String name) {
        try {
            Class<?> type = Class.forName(name, false, JarVersions.class.getClassLoader());
            return Optional.ofNullable(type.getPackage()).map(Package::getImplementationVersion);
        } catch (ClassNotFoundException | LinkageError missing) {
            return Optional.empty();
        }
    }

    /** Compares as many numbers as the shorter version has; 5.12.2 and 5.12 are equal. */
    static int compare(String left, String right) {
        return Arrays.compare(numbers(left, numbers(right).length), numbers(right, numbers(left).length));
    }

    private static int[] numbers(String version, int most) {
        int[] all = numbers(version);
        return Arrays.copyOf(all, Math.min(all.length, most));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[^0-9]+"))
                .filter(number -> !number.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}

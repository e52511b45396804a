package dev.switchback.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The folders that are tried where none is named. Their names may be such that this JVM has no path for them. */
final class UsualFolders {

    private static final String NAME = "switchback";
    private static final Path OWN_PROCESS = Path.of("/proc/self");

    /** The JVM's word for a name or home that the system does not have, such as of an account that only a container knows. */
    private static final String UNKNOWN = "?";

    private UsualFolders() {}

    /**
     * The cache folder of the system, and the temporary one, which is cleaned by and by, as a last resort.
     *
     * @param properties the JVM's
     */
    static List<String> of(Map<String, String> environment, UnaryOperator<String> properties) {
        String temporary = in(properties.apply("java.io.tmpdir"), NAME + "-" + user(properties));
        return Stream.of(cache(environment, properties), temporary)
                .filter(folder -> !folder.startsWith(UNKNOWN))
                .toList();
    }

    private static String cache(Map<String, String> environment, UnaryOperator<String> properties) {
        String home = known("user.home", properties).orElseGet(() -> environment.getOrDefault("HOME", UNKNOWN));
        String os = properties.apply("os.name");
        if (os.startsWith("Windows")) {
            return in(environment.getOrDefault("LOCALAPPDATA", home), NAME);
        }
        if (user(properties).equals("root")) {
            // Root's home is closed to the account that PostgreSQL runs as.
            return "/var/cache/switchback";
        }
        if (os.startsWith("Mac")) {
            return in(home, "Library/Caches/switchback");
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return xdg.isEmpty() ? in(home, ".cache/switchback") : in(xdg, NAME);
    }

    private static Optional<String> known(String property, UnaryOperator<String> properties) {
        return Optional.of(properties.apply(property)).filter(value -> !value.equals(UNKNOWN));
    }

    private static String in(String folder, String name) {
        return folder.endsWith(File.separator) ? folder + name : folder + File.separator + name;
    }

    /** The user's name as a part of a file's name; the number, where there is no name. */
    static String user(UnaryOperator<String> properties) {
        return known("user.name", properties)
                .map(name -> name.replaceAll("[^\\w.-]", "_"))
                .orElseGet(UsualFolders::number);
    }

    /** Whether the system knows the user of this JVM by a name, as it does not in a container that is run as some number. */
    static boolean isUserKnown() {
        return known("user.name", System::getProperty).isPresent();
    }

    private static String number() {
        try {
            return Files.getAttribute(OWN_PROCESS, "unix:uid").toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "_";
        }
    }
}

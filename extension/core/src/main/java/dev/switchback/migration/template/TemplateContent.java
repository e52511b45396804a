package dev.switchback.migration.template;

import dev.switchback.migration.verdicts.FlywayFacts;
import dev.switchback.text.Digest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.Configuration;

/** All that a migrated database follows from, but for the server. */
public final class TemplateContent {

    /** Changes with whatever makes kept templates useless. */
    private static final String LAYOUT = "2";

    /** Half of SHA-256, because it becomes a part of a database's name. */
    private static final int LENGTH = 32;

    private TemplateContent() {}

    /**
     * The digest of a database that Flyway's own defaults make of these locations.
     *
     * @param flyway its version
     * @return empty if it cannot be known without running Flyway
     */
    public static Optional<String> of(List<String> locations, String flyway, String target, ClassLoader loader) {
        return of(locations, flyway, target, "", loader);
    }

    /** The digest of a database that this configuration makes. Objects that run, such as callbacks, cannot be known. */
    public static Optional<String> of(Configuration configuration, String flyway, String target) {
        boolean isUnknown = configuration.getJavaMigrations().length > 0
                || configuration.getResourceProvider() != null
                || configuration.getJavaMigrationClassProvider() != null;
        FlywayFacts facts = new FlywayFacts(configuration);
        if (isUnknown || facts.unknown().isPresent()) {
            return Optional.empty();
        }
        List<String> locations =
                Stream.of(configuration.getLocations()).map(String::valueOf).toList();
        return of(locations, flyway, target, facts.text(), configuration.getClassLoader());
    }

    private static Optional<String> of(
            List<String> locations, String flyway, String target, String facts, ClassLoader loader) {
        return new LocationFiles(loader).digest(locations).map(files -> Digest.of(LAYOUT, flyway, target, facts, files)
                .substring(0, LENGTH));
    }
}

package dev.switchback.migration.drift;

import dev.switchback.migration.script.ScriptName;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** All files but those versioned and repeatable migrations that are not to run. */
final class AppliedResources implements ResourceProvider {

    private final ResourceProvider all;
    private final Configuration configuration;
    private final Predicate<ScriptName> versioned;
    private final Predicate<String> repeatable;

    /**
     * A choice among files.
     *
     * @param repeatable is asked with the description
     */
    AppliedResources(
            ResourceProvider all,
            Configuration configuration,
            Predicate<ScriptName> versioned,
            Predicate<String> repeatable) {
        this.all = all;
        this.configuration = configuration;
        this.versioned = versioned;
        this.repeatable = repeatable;
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return all.getResource(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        Collection<LoadableResource> found = all.getResources(prefix, suffixes);
        if (prefix.equals(configuration.getRepeatableSqlMigrationPrefix())) {
            return found.stream()
                    .filter(file -> repeatable.test(description(prefix, file.getFilename())))
                    .toList();
        }
        if (prefix.equals(configuration.getSqlMigrationPrefix())) {
            return found.stream()
                    .filter(file -> ScriptName.parse(file.getFilename(), prefix, separator(), suffixes())
                            .filter(versioned)
                            .isPresent())
                    .toList();
        }
        return found;
    }

    private String description(String prefix, String filename) {
        String stem = filename.substring(prefix.length());
        String suffix = ScriptName.suffix(stem, suffixes()).orElse("");
        stem = stem.substring(0, stem.length() - suffix.length());
        return (stem.startsWith(separator()) ? stem.substring(separator().length()) : stem).replace('_', ' ');
    }

    private String separator() {
        return configuration.getSqlMigrationSeparator();
    }

    private List<String> suffixes() {
        return List.of(configuration.getSqlMigrationSuffixes());
    }
}

package dev.switchback.migration.script;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Some of the files that Flyway would find. */
public final class ChosenResources implements ResourceProvider {

    private final ResourceProvider all;
    private final BiPredicate<String, String> isChosen;

    /**
     * A choice among files.
     *
     * @param isChosen is asked with the prefix, which callbacks have none of, and the file's name
     */
    public ChosenResources(ResourceProvider all, BiPredicate<String, String> isChosen) {
        this.all = all;
        this.isChosen = isChosen;
    }

    /**
     * A configuration that goes up to a version and no further. It has no repeatable migrations: Flyway would run them on any version,
     * and they are made for the newest.
     */
    public static FluentConfiguration upTo(
            MigrationVersion version, ResourceProvider all, Configuration configuration) {
        String repeatable = configuration.getRepeatableSqlMigrationPrefix();
        return Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .resourceProvider(new ChosenResources(all, (prefix, file) -> !prefix.equals(repeatable)))
                .target(version);
    }

    /** A configuration without the migrations that Flyway would give to a shell. */
    public static FluentConfiguration withoutShell(ResourceProvider all, Configuration configuration) {
        Set<String> ofMigrations = Set.copyOf(
                List.of(configuration.getSqlMigrationPrefix(), configuration.getRepeatableSqlMigrationPrefix()));
        List<String> suffixes = List.of(configuration.getSqlMigrationSuffixes());
        return Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .resourceProvider(new ChosenResources(
                        all,
                        (prefix, file) -> !ofMigrations.contains(prefix)
                                || ScriptName.suffix(file, suffixes).isPresent()));
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return all.getResource(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return all.getResources(prefix, suffixes).stream()
                .filter(file -> isChosen.test(prefix, file.getFilename()))
                .toList();
    }
}

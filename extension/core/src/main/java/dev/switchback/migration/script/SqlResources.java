package dev.switchback.migration.script;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** All files but the migrations that Flyway would give to a shell. */
public final class SqlResources implements ResourceProvider {

    private final ResourceProvider all;
    private final Set<String> prefixes;
    private final List<String> suffixes;

    public SqlResources(ResourceProvider all, Configuration configuration) {
        this.all = all;
        this.prefixes = Stream.of(
                        configuration.getSqlMigrationPrefix(), configuration.getRepeatableSqlMigrationPrefix())
                .collect(Collectors.toUnmodifiableSet());
        this.suffixes = List.of(configuration.getSqlMigrationSuffixes());
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return all.getResource(name);
    }

    /** Callbacks stay. */
    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] asked) {
        Collection<LoadableResource> found = all.getResources(prefix, asked);
        return prefixes.contains(prefix)
                ? found.stream()
                        .filter(file ->
                                ScriptName.suffix(file.getFilename(), suffixes).isPresent())
                        .toList()
                : found;
    }
}

package dev.switchback.migration.script;

import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** All files but the migrations that Flyway would give to a shell. */
public final class SqlResources implements ResourceProvider {

    private final ResourceProvider all;
    private final List<String> suffixes;

    public SqlResources(ResourceProvider all, Configuration configuration) {
        this.all = all;
        this.suffixes = List.of(configuration.getSqlMigrationSuffixes());
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return all.getResource(name);
    }

    /** Callbacks, which are asked for without a prefix, are what they are. */
    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] asked) {
        Collection<LoadableResource> found = all.getResources(prefix, asked);
        return prefix.isEmpty()
                ? found
                : found.stream()
                        .filter(file ->
                                ScriptName.suffix(file.getFilename(), suffixes).isPresent())
                        .toList();
    }
}

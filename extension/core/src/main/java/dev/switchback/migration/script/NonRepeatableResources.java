package dev.switchback.migration.script;

import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** All files but the repeatable migrations: Flyway would run them on any version, and they are made for the newest. */
public final class NonRepeatableResources implements ResourceProvider {

    private final ResourceProvider all;
    private final String repeatable;

    public NonRepeatableResources(ResourceProvider all, Configuration configuration) {
        this.all = all;
        this.repeatable = configuration.getRepeatableSqlMigrationPrefix();
    }

    /** A configuration that goes up to a version and no further. */
    public static FluentConfiguration upTo(
            MigrationVersion version, ResourceProvider all, Configuration configuration) {
        return Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .resourceProvider(new NonRepeatableResources(all, configuration))
                .target(version);
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return all.getResource(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return prefix.equals(repeatable) ? List.of() : all.getResources(prefix, suffixes);
    }
}

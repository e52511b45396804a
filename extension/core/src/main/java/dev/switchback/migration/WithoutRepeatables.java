package dev.switchback.migration;

import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** All files but the repeatable migrations: Flyway would run them on any version, and they are made for the newest. */
final class WithoutRepeatables implements ResourceProvider {

    private final ResourceProvider all;
    private final String repeatable;

    WithoutRepeatables(ResourceProvider all, Configuration configuration) {
        this.all = all;
        this.repeatable = configuration.getRepeatableSqlMigrationPrefix();
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

package dev.switchback.benchmarks.roundtrip;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.filesystem.FileSystemResource;
import org.jspecify.annotations.Nullable;

/** Shows Flyway a single script. */
record OneFile(Path file) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        boolean shown = file.getFileName().toString().startsWith(prefix);
        return shown
                ? List.of(new FileSystemResource(null, file.toString(), StandardCharsets.UTF_8, false))
                : List.of();
    }
}

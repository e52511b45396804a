package dev.switchback.migration.script;

import dev.switchback.migration.MigrationsException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;

/** Why no migration can be run at all, in words that say what to do about it. */
final class UnusableScripts {

    private final Configuration configuration;
    private final ResourceProvider files;

    UnusableScripts(Configuration configuration, ResourceProvider files) {
        this.configuration = configuration;
        this.files = files;
    }

    /** The cause of Flyway's refusal to resolve the migrations; Flyway's own words where that is not known. */
    MigrationsException of(FlywayException cause) {
        String reason = unreadable(all()).or(this::doubled).orElse(String.valueOf(cause.getMessage()));
        return new MigrationsException(reason, cause);
    }

    /** Fails if an undo is not in the encoding in which Flyway reads scripts: it has not looked at undos. */
    void ofUnreadableUndo() {
        unreadable(of(UndoScripts.PREFIX).toList()).ifPresent(reason -> {
            throw new MigrationsException(reason);
        });
    }

    private Optional<String> unreadable(List<LoadableResource> scripts) {
        List<String> places = scripts.stream()
                .flatMap(file -> ScriptEncoding.firstError(file, configuration.getEncoding()).stream())
                .toList();
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        """
                        Flyway reads scripts as %s, but here they are not:

                          %s

                        Save them as %s, or name their encoding: Switchback.builder().flyway(flyway -> flyway.encoding("..."))."""
                                .formatted(
                                        configuration.getEncoding(),
                                        String.join("\n  ", places),
                                        configuration.getEncoding()));
    }

    private Optional<String> doubled() {
        Map<MigrationVersion, List<LoadableResource>> byVersion = of(configuration.getSqlMigrationPrefix())
                .filter(file -> name(file).isPresent())
                .collect(Collectors.groupingBy(
                        file -> name(file).orElseThrow().version(), TreeMap::new, Collectors.toList()));
        return byVersion.entrySet().stream()
                .filter(version -> version.getValue().size() > 1)
                .findFirst()
                .map(version ->
                        """
                        %d migrations have version %s:

                          %s

                        Flyway runs none until each has a version of its own: rename all but one, each together with its undo."""
                                .formatted(
                                        version.getValue().size(),
                                        version.getKey(),
                                        version.getValue().stream()
                                                .map(file -> new Script.Sql(file).location())
                                                .sorted()
                                                .collect(Collectors.joining("\n  "))));
    }

    private Optional<ScriptName> name(LoadableResource file) {
        return ScriptName.parse(
                file.getFilename(),
                configuration.getSqlMigrationPrefix(),
                configuration.getSqlMigrationSeparator(),
                Arrays.asList(configuration.getSqlMigrationSuffixes()));
    }

    private List<LoadableResource> all() {
        return Stream.of(
                        configuration.getSqlMigrationPrefix(),
                        UndoScripts.PREFIX,
                        configuration.getRepeatableSqlMigrationPrefix())
                .flatMap(this::of)
                .toList();
    }

    private Stream<LoadableResource> of(String prefix) {
        return files.getResources(prefix, configuration.getSqlMigrationSuffixes()).stream();
    }
}

package dev.switchback.migration.script;

import dev.switchback.migration.Finding;
import dev.switchback.text.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;

/** Tells files with the configuration of a script beside which there is no such script, so that Flyway reads none of them. */
final class LoneConfigurations {

    private final MisnamedFiles names;
    private final List<String> suffixes;
    private final Collection<LoadableResource> files;
    private final Set<String> paths;

    LoneConfigurations(Configuration configuration, MisnamedFiles names, Collection<LoadableResource> files) {
        this.names = names;
        this.suffixes = List.of(configuration.getSqlMigrationSuffixes());
        this.files = files;
        this.paths = files.stream().map(LoadableResource::getRelativePath).collect(Collectors.toSet());
    }

    List<Finding> findings() {
        return files.stream()
                .filter(file -> file.getFilename().toLowerCase(Locale.ROOT).endsWith(ScriptPath.CONFIGURATION))
                .filter(file -> isLone(file.getRelativePath()) && isOfScript(file.getFilename()))
                .map(file -> ScriptFindings.loneConfiguration(new Script.Sql(file), meant(file)))
                .toList();
    }

    private boolean isLone(String path) {
        return !paths.contains(script(path));
    }

    private boolean isOfScript(String name) {
        String script = script(name);
        return names.isScriptName(script) && names.better(name).isEmpty();
    }

    private static String script(String path) {
        return path.substring(0, path.length() - ScriptPath.CONFIGURATION.length());
    }

    /** The script that it was probably written for. */
    private Optional<String> meant(LoadableResource file) {
        String path = script(file.getRelativePath());
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Predicate<String> isBeside = other -> other.startsWith(folder) && other.indexOf('/', folder.length()) < 0;
        return suffixes.stream()
                .map(path::concat)
                .filter(paths::contains)
                .findFirst()
                .or(() -> NearestName.guess(
                        path,
                        paths.stream()
                                .filter(isBeside.and(names::isScriptName))
                                .filter(other -> !paths.contains(other + ScriptPath.CONFIGURATION))
                                .toList()))
                .map(other -> other.substring(folder.length()) + ScriptPath.CONFIGURATION);
    }
}

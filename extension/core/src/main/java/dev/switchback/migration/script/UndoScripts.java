package dev.switchback.migration.script;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;

/** The undo scripts of a scan, by version. */
final class UndoScripts {

    static final String PREFIX = "U";

    /** Other characters stay: an undo that is named unlike its migration is a finding. */
    private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[\\s\\p{Cntrl}/\\\\:*?\"<>|]");

    private final Map<MigrationVersion, List<Undo>> byVersion = new TreeMap<>();
    private final ClassLoader loader;

    private record Undo(ScriptName name, Script script) {}

    private UndoScripts(ClassLoader loader) {
        this.loader = loader;
    }

    static UndoScripts in(ResourceProvider resources, Configuration configuration) {
        UndoScripts undos = new UndoScripts(configuration.getClassLoader());
        String[] suffixes = configuration.getSqlMigrationSuffixes();
        for (LoadableResource file : resources.getResources(PREFIX, suffixes)) {
            ScriptName.parse(
                            file.getFilename(),
                            PREFIX,
                            configuration.getSqlMigrationSeparator(),
                            Arrays.asList(suffixes))
                    .ifPresent(name -> undos.add(name, new Script.Sql(file)));
        }
        return undos;
    }

    /** A file name by which {@link #in} finds the undo of a migration: with the migration's suffix, if it is a file. */
    static String nameFor(Migration migration, Configuration configuration) {
        List<String> suffixes = Arrays.asList(configuration.getSqlMigrationSuffixes());
        String suffix = ScriptName.suffix(migration.script(), suffixes)
                .or(() -> suffixes.stream().findFirst())
                .orElse(".sql");
        return PREFIX
                + migration.version()
                + configuration.getSqlMigrationSeparator()
                + NOT_IN_FILE_NAMES.matcher(migration.description()).replaceAll("_")
                + suffix;
    }

    private void add(ScriptName name, Script script) {
        byVersion.computeIfAbsent(name.version(), version -> new ArrayList<>()).add(new Undo(name, script));
    }

    /** The undo of a migration: a file of its version or, for a class, the class beside it. */
    Optional<Script> of(MigrationVersion version, String description, Script up) {
        List<Undo> undos = byVersion.getOrDefault(version, List.of());
        if (!undos.isEmpty()) {
            return Optional.of(chosen(undos, description).script());
        }
        if (up instanceof Script.Java java) {
            return JavaUndo.of(java.migration(), loader);
        }
        return Optional.empty();
    }

    /** Of several the one that is named like its migration. */
    private static Undo chosen(List<Undo> undos, String description) {
        return undos.stream()
                .filter(undo -> undo.name().description().equals(description))
                .findFirst()
                .orElse(undos.get(0));
    }

    /** Undos without a migration, two of one version, and undos named unlike their migration. */
    List<Finding> findings(List<ScriptPair> pairs) {
        Map<MigrationVersion, Migration> migrations = pairs.stream()
                .collect(Collectors.toMap(
                        pair -> MigrationVersion.fromVersion(pair.migration().version()), ScriptPair::migration));
        NearestMigration nearest = new NearestMigration(pairs);
        List<Finding> findings = new ArrayList<>();
        byVersion.forEach((version, undos) -> {
            Migration migration = migrations.get(version);
            if (migration == null) {
                undos.forEach(undo -> findings.add(ScriptFindings.orphan(undo.script(), nearest.to(undo.name()))));
                return;
            }
            if (undos.size() > 1) {
                Script chosen = chosen(undos, migration.description()).script();
                findings.add(ScriptFindings.ambiguous(
                        migration, chosen, undos.stream().map(Undo::script).toList()));
            }
            undos.stream()
                    .filter(undo -> !undo.name().description().equals(migration.description()))
                    .forEach(undo -> findings.add(ScriptFindings.misnamed(
                            migration, undo.script(), nearest.named(undo.name().description()))));
        });
        return findings;
    }
}

package dev.switchback.migration.script;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.log.QuietFlyway;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Finds migrations and their undos with one scan of Flyway's own.
 *
 * <p>A resolver that resolves nothing is registered beside Flyway's: Flyway hands it the files of all locations, whatever
 * kind of location they are.
 */
public final class ScriptScan {

    // MigrationVersion.isPredefined() is not there before Flyway 10.20
    private static final List<MigrationVersion> PREDEFINED =
            List.of(MigrationVersion.EMPTY, MigrationVersion.CURRENT, MigrationVersion.NEXT, MigrationVersion.LATEST);

    private final Configuration configuration;
    private final List<String> suffixes;
    private final Resources resources = new Resources();

    private ScriptScan(Configuration configuration) {
        this.configuration = configuration;
        this.suffixes = List.of(configuration.getSqlMigrationSuffixes());
    }

    public static MigrationScripts of(Configuration configuration, List<String> undoLocations, DataSource dataSource) {
        return new ScriptScan(configuration).scan(undoLocations, dataSource);
    }

    private MigrationScripts scan(List<String> undoLocations, DataSource dataSource) {
        String[] locations = Stream.concat(
                        Arrays.stream(configuration.getLocations()).map(Location::getDescriptor),
                        undoLocations.stream())
                .distinct()
                .toArray(String[]::new);
        MigrationResolver[] resolvers = Stream.concat(Arrays.stream(configuration.getResolvers()), Stream.of(resources))
                .toArray(MigrationResolver[]::new);
        FluentConfiguration own = Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .dataSource(dataSource)
                .locations(locations)
                .resolvers(resolvers)
                .validateMigrationNaming(false);
        MigrationInfo[] found = scan(own);
        new UnusableScripts(configuration, resources.provider()).ofUnreadableUndo();
        new UndoLocations(configuration.getClassLoader(), all()).check(undoLocations);
        UndoScripts undos = UndoScripts.in(resources.provider(), configuration);
        List<ScriptPair> pairs = new ArrayList<>();
        Map<String, LoadableResource> files = files();
        TakenMigrations taken = new TakenMigrations(found);
        for (MigrationInfo info : taken.migrations()) {
            if (withinTarget(info.getVersion())) {
                pairs.add(pair(info, script(info, files), undos));
            }
        }
        List<Finding> findings = new ArrayList<>(undos.findings(pairs));
        findings.addAll(taken.findings());
        findings.addAll(misnamed());
        findings.addAll(new ScriptReview(configuration.getTable()).of(pairs));
        return new MigrationScripts(pairs, taken.repeatables(), resources.provider(), findings);
    }

    private Collection<LoadableResource> all() {
        return resources.provider().getResources("", new String[] {""});
    }

    private List<Finding> misnamed() {
        MisnamedFiles names = new MisnamedFiles(configuration);
        List<LoadableResource> files = all().stream()
                .sorted(Comparator.comparing(LoadableResource::getRelativePath))
                .toList();
        return Stream.concat(
                        files.stream()
                                .flatMap(file -> names
                                        .better(file.getFilename())
                                        .map(better -> ScriptFindings.misnamed(new Script.Sql(file), better))
                                        .stream()),
                        new LoneConfigurations(configuration, names, files).findings().stream())
                .toList();
    }

    private MigrationInfo[] scan(FluentConfiguration own) {
        try {
            return QuietFlyway.load(own).info().all();
        } catch (FlywayException e) {
            throw refusal(own, e);
        }
    }

    /** Flyway asks its own resolvers first: where they fail, only a scan without them gets to see the files. */
    private MigrationsException refusal(FluentConfiguration own, FlywayException cause) {
        try {
            QuietFlyway.load(own.skipDefaultResolvers(true)).info();
            return new UnusableScripts(configuration, resources.provider()).of(cause);
        } catch (FlywayException notForTheFiles) {
            return new MigrationsException(String.valueOf(cause.getMessage()), cause);
        }
    }

    private boolean withinTarget(MigrationVersion version) {
        MigrationVersion target = configuration.getTarget();
        return target == null || PREDEFINED.contains(target) || version.compareTo(target) <= 0;
    }

    private ScriptPair pair(MigrationInfo info, Script up, UndoScripts undos) {
        Migration migration = new Migration(info.getVersion().getVersion(), info.getDescription(), up.name());
        Optional<Script> undo = undos.of(info.getVersion(), info.getDescription(), up);
        ScriptMarkers markers = ScriptMarkers.in(up, up.text());
        Optional<ScriptMarkers.Said> isBaseline = undo.isEmpty() && TakenMigrations.isBaseline(info)
                ? Optional.of(new ScriptMarkers.Said("a baseline is where the history begins", up.location()))
                : Optional.empty();
        return new ScriptPair(
                migration,
                up,
                undo,
                UndoScripts.nameFor(migration, configuration),
                markers.irreversible().or(() -> isBaseline),
                up instanceof Script.Java ? undo.map(ScriptScan::losses).orElse(List.of()) : markers.losses(),
                markers.emptyTables(),
                markers.rowHints());
    }

    private static List<DeclaredLoss> losses(Script script) {
        return ScriptMarkers.in(script, script.text()).losses();
    }

    private Map<String, LoadableResource> files() {
        Map<String, LoadableResource> files = new HashMap<>();
        for (LoadableResource file : resources.provider().getResources("", suffixes.toArray(String[]::new))) {
            files.put(file.getRelativePath(), file);
        }
        return files;
    }

    private Script script(MigrationInfo info, Map<String, LoadableResource> files) {
        LoadableResource file = files.get(info.getScript());
        return file != null ? new Script.Sql(file) : java(javaMigration(info));
    }

    private static Script java(JavaMigration migration) {
        return new Script.Java(migration, migration.getClass().getName());
    }

    private JavaMigration javaMigration(MigrationInfo info) {
        for (JavaMigration registered : configuration.getJavaMigrations()) {
            if (info.getVersion().equals(registered.getVersion())) {
                return registered;
            }
        }
        return JavaMigrations.create(info.getScript(), configuration.getClassLoader());
    }

    /** Resolves nothing and keeps what Flyway scanned. */
    private static final class Resources implements MigrationResolver {

        private Optional<ResourceProvider> provider = Optional.empty();

        @Override
        public Collection<ResolvedMigration> resolveMigrations(Context context) {
            provider = Optional.of(context.resourceProvider);
            return List.of();
        }

        ResourceProvider provider() {
            return provider.orElseThrow(() -> new IllegalStateException("Flyway has not scanned its locations yet"));
        }
    }
}

package dev.switchback.migration.run;

import dev.switchback.migration.script.EditedScript;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptName;
import dev.switchback.migration.script.ScriptPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Shows Flyway the scripts of some phases as if they were all there is; callbacks are what they are. */
final class PhaseResources implements ResourceProvider {

    private final Map<String, PhaseResource> scripts = new LinkedHashMap<>();
    private final ResourceProvider all;
    private final String versioned;

    PhaseResources(List<Phase> phases, MigrationScripts found, Configuration configuration) {
        this.all = found.resources();
        this.versioned = configuration.getSqlMigrationPrefix();
        for (Phase phase : phases) {
            if (phase.script() instanceof Script.Sql sql) {
                String suffix = suffix(sql.resource().getFilename(), configuration);
                String filename = versioned
                        + phase.version()
                        + configuration.getSqlMigrationSeparator()
                        + phase.pair().migration().description().replace(' ', '_')
                        + suffix;
                scripts.put(filename, new PhaseResource(sql.resource(), filename));
            }
        }
    }

    private static String suffix(String filename, Configuration configuration) {
        return ScriptName.suffix(filename, List.of(configuration.getSqlMigrationSuffixes()))
                .orElseThrow(() -> new IllegalArgumentException(filename));
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        if (name.endsWith(ScriptPath.CONFIGURATION)) {
            PhaseResource script = scripts.get(name.substring(0, name.length() - ScriptPath.CONFIGURATION.length()));
            if (script != null) {
                return script.script() instanceof EditedScript edited
                        ? edited.configuration().orElse(null)
                        : all.getResource(script.script().getRelativePath() + ScriptPath.CONFIGURATION);
            }
        }
        PhaseResource script = scripts.get(name);
        return script != null ? script : all.getResource(name);
    }

    /** Callbacks are asked for without a prefix; repeatable and baseline migrations have one, and are none of the phases. */
    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        if (prefix.equals(versioned)) {
            return new ArrayList<>(scripts.values());
        }
        return prefix.isEmpty() ? all.getResources(prefix, suffixes) : List.of();
    }
}

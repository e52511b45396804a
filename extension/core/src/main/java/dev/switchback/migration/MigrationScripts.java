package dev.switchback.migration;

import java.util.List;
import org.flywaydb.core.api.ResourceProvider;

/**
 * Everything that one scan of the locations found.
 *
 * @param pairs the versioned migrations in order, each with its undo
 * @param resources all files of the locations, for what runs beside the migrations: callbacks, script configuration
 * @param findings what is wrong with the files themselves
 */
record MigrationScripts(List<ScriptPair> pairs, ResourceProvider resources, List<Finding> findings) {

    MigrationScripts {
        pairs = List.copyOf(pairs);
        findings = List.copyOf(findings);
    }

    List<Migration> migrations() {
        return pairs.stream().map(ScriptPair::migration).toList();
    }
}

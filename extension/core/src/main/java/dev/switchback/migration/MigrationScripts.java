package dev.switchback.migration;

import java.util.List;
import java.util.stream.Stream;
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

    /** Whether two databases of one server might meet in what these scripts do. */
    boolean concernServer() {
        return pairs.stream()
                .flatMap(pair -> Stream.concat(Stream.of(pair.up()), pair.undo().stream()))
                .anyMatch(ScriptText::concernsServer);
    }

    List<Migration> migrations() {
        return pairs.stream().map(ScriptPair::migration).toList();
    }
}

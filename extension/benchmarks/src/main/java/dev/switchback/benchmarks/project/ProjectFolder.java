package dev.switchback.benchmarks.project;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A folder of V and U files that were written for another tool: dollar signs are no placeholders, and anything may stand in one file. */
final class ProjectFolder {

    private ProjectFolder() {}

    /** The folder that is named first. */
    static FluentConfiguration flyway(Arguments arguments) {
        return Flyway.configure()
                .locations("filesystem:" + Path.of(arguments.words().get(0)).toAbsolutePath())
                .placeholderReplacement(false)
                .mixed(true);
    }

    /** All that a verdict tells. */
    static List<Finding> findings(Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed) {
            return failed.findings();
        }
        return verdict instanceof Verdict.Passed passed ? passed.notices() : List.of();
    }
}

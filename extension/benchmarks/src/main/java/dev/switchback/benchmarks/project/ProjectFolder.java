package dev.switchback.benchmarks.project;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Servers;
import dev.switchback.provision.Server;
import java.nio.file.Path;
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

    /** A server of the version that is asked for. */
    static Server server(Arguments arguments) {
        return Servers.start(Integer.toString(arguments.option("version", 17)));
    }
}

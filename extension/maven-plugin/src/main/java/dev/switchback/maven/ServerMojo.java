package dev.switchback.maven;

import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal whose databases are its own. */
abstract class ServerMojo extends CredentialsMojo {

    /** The JDBC URL of a PostgreSQL on which databases are made and dropped, instead of one that is started for the goal. */
    @Parameter(property = "switchback.serverUrl")
    @Nullable
    String serverUrl;

    /** The major version of the PostgreSQL that is started. */
    @Parameter(property = "switchback.postgres")
    @Nullable
    String postgres;

    abstract Arguments ownArguments();

    @Override
    final Arguments arguments() {
        return ownArguments().option("--server-url", serverUrl).option("--postgres", postgres);
    }

    @Override
    final void addVariables(Map<String, String> variables, FlywayOfMaven flyway) throws MojoExecutionException {
        if (serverId != null) {
            credentials(serverId).addTo(variables, "SWITCHBACK_SERVER");
        }
    }
}

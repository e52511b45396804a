package dev.switchback.maven;

import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal whose databases are its own. */
abstract class ServerMojo extends CredentialsMojo {

    private static final String PREFIX = "SWITCHBACK_SERVER";

    /** The JDBC URL of a PostgreSQL on which databases are made and dropped, instead of one that is started for the goal. */
    @Parameter(property = "switchback.url")
    @Nullable
    String serverUrl;

    /** The user of that server; by default that of serverId, or of the environment variable SWITCHBACK_SERVER_USER. */
    @Parameter(property = "switchback.user")
    @Nullable
    String serverUser;

    /** The major version of the PostgreSQL that is started. */
    @Parameter(property = "switchback.version")
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
            credentials(serverId).addTo(variables, PREFIX);
        }
        new Credentials(
                        Optional.ofNullable(serverUser),
                        Optional.ofNullable(propertiesOfCall().getProperty("switchback.password")))
                .addTo(variables, PREFIX);
    }
}

package dev.switchback.maven;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Says where a database stands: what is applied, what is pending, and what a call that broke off has left. It is only read. */
@Mojo(
        name = "status",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class StatusMojo extends CredentialsMojo {

    private static final String PREFIX = "SWITCHBACK";

    /**
     * The JDBC URL of the database, without a password. By default that of the environment variable SWITCHBACK_URL, or else
     * that of Flyway's configuration in Maven, with its user and password.
     */
    @Parameter(property = "switchback.status.url")
    @Nullable
    String url;

    /** The user; by default that of serverId, or of the environment variable SWITCHBACK_USER. */
    @Parameter(property = "switchback.status.user")
    @Nullable
    String user;

    /** Fails the build if something is pending or to be mended. */
    @Parameter(property = "switchback.fail-on-pending", defaultValue = "false")
    boolean failOnPending;

    /** More folders with undo scripts. */
    @Parameter(property = "switchback.undo")
    @Nullable
    List<String> undo;

    /** To be made by Maven. */
    public StatusMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("status").flag("--exit-code", failOnPending).list("--undo", undo);
    }

    @Override
    FlywayOfMaven settings(FlywayOfMaven flyway) {
        return flyway.withoutDatabase();
    }

    @Override
    void addVariables(Map<String, String> variables, FlywayOfMaven flyway) throws MojoExecutionException {
        Optional<String> named = Optional.ofNullable(url);
        if (named.isEmpty() && variables.getOrDefault(PREFIX + "_URL", "").isEmpty()) {
            named = flyway.value("flyway.url");
            Optional<String> server = flyway.value("flyway.serverId");
            if (named.isPresent() && server.isPresent() && serverId == null) {
                credentials(server.get()).addTo(variables, PREFIX);
            }
            new Credentials(flyway.value("flyway.user"), flyway.value("flyway.password")).addTo(variables, PREFIX);
        }
        named.ifPresent(value -> variables.put(PREFIX + "_URL", value));
        if (serverId != null) {
            credentials(serverId).addTo(variables, PREFIX);
        }
        new Credentials(Optional.ofNullable(user), Optional.empty()).addTo(variables, PREFIX);
    }

    @Override
    String failure() {
        return "The database is not where its migrations are: see above.";
    }
}

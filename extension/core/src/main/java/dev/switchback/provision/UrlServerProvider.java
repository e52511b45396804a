package dev.switchback.provision;

import java.util.Optional;
import java.util.Set;

/**
 * A server that runs already, given by {@code switchback.url}, {@code switchback.user} and {@code switchback.password}.
 * It is left running, and nothing on it is touched but the databases that Switchback creates.
 */
final class UrlServerProvider implements ServerProvider {

    private static final String URL = "switchback.url";
    private static final String USER = "switchback.user";
    private static final String PASSWORD = "switchback.password";

    @Override
    public String name() {
        return "url";
    }

    @Override
    public Set<String> options() {
        return Set.of(URL, USER, PASSWORD);
    }

    @Override
    public ServerProcess start(ServerRequest request) {
        requireNothingElse(request);
        String url = request.option(URL)
                .orElseThrow(() -> new ProvisionException("No server is named.\n\nSet " + URL
                        + " to the JDBC URL of a database on it, such as " + ConnectionGuide.exampleUrls() + ", and "
                        + USER
                        + " and " + PASSWORD + " to a role that may create databases."));
        CredentialsInUrl found = CredentialsInUrl.in(url);
        String user = request.option(USER).orElse(found.user());
        String password = request.option(PASSWORD).orElse(found.password());
        return new Running(
                new ServerAddress(found.url(), user, password),
                request.templates().isPresent());
    }

    private static void requireNothingElse(ServerRequest request) {
        if (!request.version().isEmpty() || !request.settings().isEmpty()) {
            throw new ProvisionException("A server that runs already has its version and its settings.\n\nLeave out"
                    + (request.version().isEmpty() ? "" : " version " + request.version())
                    + (request.settings().isEmpty()
                            ? ""
                            : " settings " + request.settings().keySet())
                    + ", or choose another kind of server than \"url\".");
        }
    }

    private record Running(ServerAddress address, boolean sharesTemplates) implements ServerProcess {

        @Override
        public boolean disposable() {
            return false;
        }

        @Override
        public Optional<KeptServer> keep() {
            return Optional.of(KeptServer.OF_SOMEBODY_ELSE);
        }

        @Override
        public void close() {
            // It was running before, and goes on.
        }
    }
}

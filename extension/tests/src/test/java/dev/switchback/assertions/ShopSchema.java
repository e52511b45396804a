package dev.switchback.assertions;

import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.testing.Schemas;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the schema of {@code shop.sql}. */
final class ShopSchema implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(ShopSchema.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Server server = new SharedServer().server(context);
        context.getStore(NAMESPACE).put(Schema.class, read(server));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Schema.class;
    }

    @Override
    public Schema resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(NAMESPACE).get(Schema.class, Schema.class));
    }

    private static Schema read(Server server) {
        try (InputStream sql = Objects.requireNonNull(ShopSchema.class.getResourceAsStream("shop.sql"))) {
            return Schemas.after(server, new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

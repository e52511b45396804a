package dev.switchback.schema.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.testing.Schemas;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class GoldenLoadingTests {

    private final Server server;

    GoldenLoadingTests(Server server) {
        this.server = server;
    }

    @Test
    void aTextGivesAnEqualSchema() throws SQLException, IOException {
        Schema schema = Schemas.after(server, resource("/dev/switchback/schema/everything.sql"));

        Schema loaded = Schemas.after(server, GoldenSchema.of(schema)::load);

        // options of user mappings hold passwords, which nobody reads
        assertThat(SchemaDiff.between(schema, loaded)).hasToString("foreign server srv\n  - user mapping pg_monitor");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenLoadingTests.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.switchback.postgresql;

import dev.switchback.provision.Administration;
import dev.switchback.provision.ConnectionGuide;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProduct;
import java.util.Optional;
import javax.sql.DataSource;

/** Administrates PostgreSQL servers. */
final class PostgresServerProduct implements ServerProduct {

    @Override
    public boolean speaks(String url) {
        return PostgresUrl.matches(url);
    }

    @Override
    public Administration connect(ServerAddress address, DataSource sessions) {
        return PostgresAdministration.connect(address, new AdminSessions(address, sessions));
    }

    @Override
    public Optional<ConnectionGuide> guide() {
        return Optional.of(new ConnectionGuide(
                "jdbc:postgresql:",
                "jdbc:postgresql://localhost:5432/postgres",
                "org.postgresql:postgresql",
                Optional.of("switchback-embedded-postgres")));
    }
}

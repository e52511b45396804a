package dev.switchback.postgresql;

import dev.switchback.provision.Administration;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProduct;
import javax.sql.DataSource;

/** Administrates PostgreSQL servers. Public for {@link java.util.ServiceLoader} only. */
public final class PostgresServerProduct implements ServerProduct {

    @Override
    public boolean speaks(String url) {
        return PostgresUrl.matches(url);
    }

    @Override
    public Administration connect(ServerAddress address, DataSource sessions) {
        return PostgresAdministration.connect(address, new AdminSessions(address, sessions));
    }
}

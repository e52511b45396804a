package museum;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Starts a server before the application, migrates a database on it, and leads the application there. */
public class MuseumDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable Server server;

    @Override
    public Map<String, String> start() {
        server = Server.start(ServerProviders.installed().choose(""), ServerRequest.defaults());
        Database database = server.create();
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}

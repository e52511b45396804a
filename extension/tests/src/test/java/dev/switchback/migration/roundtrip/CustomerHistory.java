package dev.switchback.migration.roundtrip;

import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/** A history for tests over generated rows, which begins with a table of customers. */
@ExtendWith(SharedServer.class)
abstract class CustomerHistory {

    static final RoundTripSettings GENERATED = RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.GENERATED);

    final Server server;
    final Folder folder;

    CustomerHistory(Server server, Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "customer",
                        "CREATE TABLE customer (id serial PRIMARY KEY, email text NOT NULL);",
                        "DROP TABLE customer;");
    }

    final Trip trip(RoundTripSettings settings) {
        return Trip.of(server, folder.flyway(), settings);
    }

    /** The first finding of a step, with the names of files alone. */
    final String text(String version, RoundTripSettings settings) {
        return trip(settings).finding(version).text().replace(folder.path() + "/", "");
    }
}

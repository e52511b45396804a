package dev.switchback.jupiter;

import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import java.util.List;

/**
 * A round trip as the annotations and parameters around a test ask for it.
 *
 * @param rows the rows that are taken along, which the settings name too
 */
record RoundTripRequest(DatabaseSettings database, RoundTripSettings settings, List<FixtureRows> rows) {

    RoundTripRequest {
        rows = List.copyOf(rows);
    }

    RoundTrip prepare(SwitchbackSession session) {
        Server server = session.server(database);
        return RoundTrip.of(server, database.flyway().configuration(server.product()), settings);
    }
}

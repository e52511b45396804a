package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of {@code over-rows.txt}, all of one history: what each shows only over generated rows. */
@ExtendWith(SharedServer.class)
class RoundTripOverRowsTests {

    private record Case(String name, String before, String up, String undo, String rules) {

        static List<Case> all() throws IOException {
            try (InputStream file = Objects.requireNonNull(Case.class.getResourceAsStream("over-rows.txt"))) {
                return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                                .strip()
                                .split("\\n\\n"))
                        .map(block -> block.lines().toList())
                        .map(lines -> new Case(
                                lines.get(0).substring(2),
                                lines.get(1),
                                lines.get(2).replace("\\n", "\n"),
                                lines.get(3),
                                lines.get(4).substring(3)))
                        .toList();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> eachMigrationShowsWhatItDoesToRows(Server server, @TempDir Path path) throws IOException {
        List<Case> cases = Case.all();
        Folder folder = new Folder(path);
        for (int i = 0; i < cases.size(); i++) {
            String schema = "c" + i + ".";
            Case each = cases.get(i);
            folder.up(
                    2 * i + 1,
                    "before",
                    "-- switchback: irreversible another case\n"
                            + (i == 0 ? "" : "drop schema c" + (i - 1) + " cascade; ") + "create schema c" + i + "; "
                            + each.before().replace("§", schema) + ";");
            folder.step(
                    2 * i + 2,
                    "case",
                    each.up().replace("§", schema) + ";",
                    each.undo().replace("§", schema) + ";");
        }
        Trip trip = Trip.of(
                server, folder.flyway(), RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.GENERATED));
        return IntStream.range(0, cases.size())
                .mapToObj(i -> dynamicTest(cases.get(i).name(), () -> {
                    String verdict = trip.verdicts().get(2 * i + 1);
                    String expected = cases.get(i).rules();
                    assertThat(verdict.substring(verdict.indexOf(' ') + 1).replace("holds, ", ""))
                            .as(() -> trip.step(String.valueOf(2 * i + 2))
                                    .verdict()
                                    .toString())
                            .isEqualTo(expected);
                }));
    }
}

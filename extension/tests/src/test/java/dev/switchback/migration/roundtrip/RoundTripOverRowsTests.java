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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Migrations of {@code over-rows.txt}, all of one history: what each shows only over generated rows. Near misses, which show
 * nothing, share a migration with a few others.
 */
@ExtendWith(SharedServer.class)
class RoundTripOverRowsTests {

    private static final int NEAR_MISSES_TOGETHER = 6;

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

    /** Cases that are one migration, each in a schema of its own. */
    private record Step(List<Case> cases) {

        static List<Step> all() throws IOException {
            List<Step> steps = new ArrayList<>();
            for (Case each : Case.all()) {
                Step last = steps.isEmpty() ? new Step(List.of()) : steps.get(steps.size() - 1);
                if (each.rules().equals("holds") && last.takesAnother()) {
                    last.cases().add(each);
                } else {
                    steps.add(new Step(new ArrayList<>(List.of(each))));
                }
            }
            return steps;
        }

        private boolean takesAnother() {
            return !cases.isEmpty() && cases.get(0).rules().equals("holds") && cases.size() < NEAR_MISSES_TOGETHER;
        }

        String name() {
            return cases.stream().map(Case::name).collect(Collectors.joining("; "));
        }

        String rules() {
            return cases.get(0).rules();
        }

        /** The statements of all cases, in the schemas of this step. */
        String sql(int step, Function<Case, String> part) {
            return IntStream.range(0, cases.size())
                    .mapToObj(i -> part.apply(cases.get(i)).replace("§", "c" + step + "_" + i + ".") + ";")
                    .collect(Collectors.joining("\n"));
        }

        private String schemas(int step, String format) {
            return IntStream.range(0, cases.size())
                    .mapToObj(i -> format.formatted("c" + step + "_" + i))
                    .collect(Collectors.joining("\n"));
        }

        String make(int step) {
            return schemas(step, "create schema %s;") + sql(step, Case::before);
        }

        String drop(int step) {
            return schemas(step, "drop schema %s cascade;");
        }
    }

    @TestFactory
    Stream<DynamicTest> eachMigrationShowsWhatItDoesToRows(Server server, @TempDir Path path) throws IOException {
        List<Step> steps = Step.all();
        Folder folder = new Folder(path);
        for (int i = 0; i < steps.size(); i++) {
            Step each = steps.get(i);
            folder.up(
                    2 * i + 1,
                    "before",
                    "-- switchback: irreversible another case\n"
                            + (i == 0 ? "" : steps.get(i - 1).drop(i - 1))
                            + each.make(i));
            folder.step(2 * i + 2, "case", each.sql(i, Case::up), each.sql(i, Case::undo));
        }
        Trip trip = Trip.of(
                server, folder.flyway(), RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.GENERATED));
        return IntStream.range(0, steps.size())
                .mapToObj(i -> dynamicTest(steps.get(i).name(), () -> {
                    String verdict = trip.verdicts().get(2 * i + 1);
                    assertThat(verdict.substring(verdict.indexOf(' ') + 1).replace("holds, ", ""))
                            .as(() -> trip.step(String.valueOf(2 * i + 2))
                                    .verdict()
                                    .toString())
                            .isEqualTo(steps.get(i).rules());
                }));
    }
}

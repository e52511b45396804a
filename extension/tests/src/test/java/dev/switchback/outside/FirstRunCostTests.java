package dev.switchback.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How much longer the build of the first run takes than the same build with an empty test. */
@EnabledIfSystemProperty(named = "outside.cost", matches = "true")
class FirstRunCostTests {

    private static final int RUNS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String EMPTY =
            """
            package shop;

            import org.junit.jupiter.api.Test;

            class MigrationsTest {

                @Test
                void nothing() {}
            }
            """;

    @Test
    void theMedianIsAtMostFiveSecondsLonger(@TempDir Path folder) throws IOException, InterruptedException {
        LinkedRepository repository = LinkedRepository.create(folder.resolve("repository"));
        Path ours = OutsideBuild.write(folder.resolve("ours"), Map.of("shop", pom()), true);
        Path empty = OutsideBuild.write(folder.resolve("empty"), Map.of("shop", pom()), true);
        Files.writeString(empty.resolve("shop/src/test/java/shop/MigrationsTest.java"), EMPTY);
        build(ours, repository);
        build(empty, repository);
        List<Duration> withEmpty = new ArrayList<>();
        List<Duration> withOurs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            withEmpty.add(build(empty, repository));
            withOurs.add(build(ours, repository));
        }

        Duration longer = median(withOurs).minus(median(withEmpty));
        System.out.printf(
                "first-run | %d ms | %d ms with an empty test | %d ms longer, at most %d ms, medians of %d%n",
                median(withOurs).toMillis(), median(withEmpty).toMillis(), longer.toMillis(), LIMIT.toMillis(), RUNS);
        assertThat(longer).isLessThanOrEqualTo(LIMIT);
    }

    private static String pom() throws IOException {
        return Files.readString(Path.of("../../examples/first-run/pom.xml"));
    }

    /** Builds from nothing: verdicts that are kept from before would make it quicker. */
    private static Duration build(Path project, LinkedRepository repository) throws IOException, InterruptedException {
        Path target = project.resolve("shop/target");
        if (Files.exists(target)) {
            try (Stream<Path> files = Files.walk(target)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        long begin = System.nanoTime();
        MavenRun run = MavenRun.of(project.resolve("shop"), repository, "-o", "test");
        assertThat(run.isSuccess()).as(run.text()).isTrue();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration median(List<Duration> durations) {
        List<Duration> sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}

package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;

class TestTimesTests {

    private static List<Map<String, String>> times(Class<?> testCase) {
        return Engine.run(testCase).allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .collect(Collectors.toList());
    }

    @Test
    void theFirstTestPaysForServerMigrationsAndRowsAndLaterOnesForTheReset() {
        List<Map<String, String>> times = times(SeededTestCase.class);

        assertThat(times).hasSize(4);
        assertThat(times.get(0)).containsOnlyKeys("switchback.provision", "switchback.migrate", "switchback.seed");
        assertThat(times.get(1)).containsOnlyKeys("switchback.provision");
        assertThat(times.subList(2, 4)).allSatisfy(each -> assertThat(each).containsOnlyKeys("switchback.reset"));
        assertThat(times.get(0).values()).allMatch(value -> value.matches("\\d+\\.\\d ms"));
        assertThat(millis(times.get(0), "switchback.migrate")).isPositive();
        assertThat(millis(times.get(0), "switchback.provision"))
                .as("the start of a server")
                .isGreaterThan(millis(times.get(2), "switchback.reset"));
    }

    private static double millis(Map<String, String> times, String phase) {
        return Double.parseDouble(String.valueOf(times.get(phase)).replace(" ms", ""));
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SeededFixtures("jupiter/seeded/shop.yaml")
    static class SeededTestCase {

        @RepeatedTest(4)
        void changes(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Eve')");
        }
    }

    @Test
    void aTestForWhichNothingIsDoneHasNoTimes() {
        assertThat(times(IdleTestCase.class)).as("the template").hasSize(1);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class IdleTestCase {

        @RepeatedTest(3)
        void asksForNothing() {}
    }
}

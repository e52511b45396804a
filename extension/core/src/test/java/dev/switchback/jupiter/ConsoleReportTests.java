package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.Results;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.Severity;
import dev.switchback.migration.StepTimes;
import dev.switchback.migration.Verdict;
import dev.switchback.migration.run.PhaseDirection;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleReportTests {

    @Test
    void aLinePerMigrationAndOneForTheRest() {
        Finding incomplete = Results.finding(
                "undo-incomplete", Severity.FAIL, "V10__split_name: the undo does not bring the schema back");
        Finding order = Results.finding("undo-column-order", Severity.NOTICE, "V2__b: another order");
        Finding orphan = Results.finding("undo-orphan", Severity.FAIL, "U7__x.sql: an undo without its migration");
        RoundTripResult result = Results.result(
                List.of(
                        step("1", "create customer", new Verdict.Passed(List.of()), 120, 3, 4),
                        step("2", "b", new Verdict.Passed(List.of(order)), 1, 2, 3),
                        step("3", "old prices", new Verdict.Skipped("irreversible: the prices are gone"), 5, 0, 0),
                        step("10", "split name", new Verdict.Failed(List.of(order, incomplete)), 4, 3, 0)),
                List.of(orphan),
                List.of("large objects", "excluded: public.audit_*"));
        assertThat(ConsoleReport.of(result))
                .isEqualTo(
                        """
                      V1   create customer   up  120 ms   down    3 ms   again    4 ms   ok
                      V2   b                 up    1 ms   down    2 ms   again    3 ms   ok, 1 notice
                      V3   old prices        up    5 ms   down       -   again       -   skipped: irreversible: the prices are gone
                      V10  split name        up    4 ms   down    3 ms   again       -   FAILED: the undo does not bring the schema back
                      FAILED: U7__x.sql: an undo without its migration
                    4 migrations: 2 ok, 1 failed, 1 skipped; not compared: 2 kinds of objects and patterns, RoundTripResult.notCompared() lists them
                    """);
    }

    @Test
    void fewThatAreAllOkNeedNoSum() {
        RoundTripResult result = Results.result(plain(10), List.of(), List.of("large objects"));

        assertThat(ConsoleReport.of(result).lines()).hasSize(10).allMatch(line -> line.endsWith("   ok"));
    }

    @Test
    void manyAreCounted() {
        assertThat(ConsoleReport.of(Results.result(plain(11), List.of(), List.of())))
                .endsWith("ok\n11 migrations: 11 ok, 0 failed, 0 skipped\n");
    }

    @Test
    void aNoticeIsCountedToo() {
        Finding order = Results.finding("undo-column-order", Severity.NOTICE, "V1__a: another order");

        assertThat(ConsoleReport.of(Results.result(
                        List.of(step("1", "a", new Verdict.Passed(List.of(order)), 1, 2, 3)), List.of(), List.of())))
                .endsWith("ok, 1 notice\n1 migration: 1 ok, 0 failed, 0 skipped\n");
    }

    @Test
    void whatThisProjectLeavesOutIsSaidHoweverFewThereAre() {
        assertThat(ConsoleReport.of(
                        Results.resultWithout(plain(2), List.of("objects excluded by pattern public.audit_*"))))
                .endsWith(
                        "2 migrations: 2 ok, 0 failed, 0 skipped; not compared: 1 kinds of objects and patterns, RoundTripResult.notCompared() lists them\n");
    }

    private static List<MigrationStep> plain(int migrations) {
        return IntStream.rangeClosed(1, migrations)
                .mapToObj(version ->
                        step(String.valueOf(version), "table " + version, new Verdict.Passed(List.of()), 1, 2, 3))
                .toList();
    }

    @Test
    void whatIsKnownIsSaidAndWhatIsNotTrusted() {
        RoundTripResult result = Results.resultOfKnown(
                new Migration("1", "a", "V1__a.sql"), List.of("V2__b.sql holds now(), so V2 b is judged every time"));

        assertThat(ConsoleReport.of(result))
                .isEqualTo(
                        """
                      V1  a   up       -   down       -   again       -   ok (known)
                    known: 1, from an earlier run, since nothing has changed for them; switchback.round-trip.cache=off judges them again
                    judged every time: V2__b.sql holds now(), so V2 b is judged every time
                    """);
    }

    private static MigrationStep step(
            String version, String description, Verdict verdict, int up, int down, int again) {
        return Results.step(
                new Migration(version, description, "V" + version + ".sql"),
                verdict,
                StepTimes.NONE
                        .with(PhaseDirection.UP, Duration.ofMillis(up))
                        .with(PhaseDirection.DOWN, Duration.ofMillis(down))
                        .with(PhaseDirection.AGAIN, Duration.ofMillis(again)));
    }
}

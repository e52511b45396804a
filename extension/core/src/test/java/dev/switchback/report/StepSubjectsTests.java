package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.effect.Blocked;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** The objects by which a migration is found. */
class StepSubjectsTests {

    private static ReportedStep step(List<ReportedChange> changes, List<ReportedFinding> findings) {
        ReportedStep like = Histories.step(9, Severity.NOTICE);
        return new ReportedStep(
                like.version(),
                like.name(),
                like.up(),
                like.down(),
                like.verdict(),
                "",
                false,
                like.times(),
                changes,
                ReportedLocks.UNKNOWN,
                findings);
    }

    private static SortedSet<String> subjects(ReportedStep step) {
        return new StepSubjects(Histories.of("db", List.of(step))).of(step);
    }

    @Test
    void aTableThatIsChangedLockedOrWrittenIsOne() {
        ReportedStep step = step(
                        List.of(new ReportedChange("added", "column", "public.a.x", "public.a", "", "", "")), List.of())
                .with(new ReportedLocks(
                        true, List.of(new ReportedLock("public.b", Blocked.WRITES, "SHARE", 1)), List.of()))
                .with(new ReportedRows(
                        List.of(new ReportedRows.Count("up", "public.c", 1, 2, false)),
                        List.of(new ReportedRows.Written("public.d", 1, 0, 0))));

        assertThat(subjects(step)).containsExactly("public.a", "public.b", "public.c", "public.d");
    }

    @Test
    void bothNamesOfATableThatIsRenamedAre() {
        assertThat(subjects(step(
                        List.of(
                                new ReportedChange(
                                        "renamed", "table", "public.new", "", "", "public.old", "public.new"),
                                new ReportedChange(
                                        "renamed", "column", "public.a.y", "public.a", "", "public.a.x", "public.a.y")),
                        List.of())))
                .containsExactly("public.a", "public.new", "public.old");
    }

    @Test
    void aFindingNamesTheTablesThatAreThere() {
        assertThat(subjects(step(List.of(), List.of(Histories.finding(2, Severity.FAIL)))))
                .containsExactly("public.t2");
        assertThat(subjects(step(List.of(), List.of(Histories.finding(7, Severity.FAIL)))))
                .isEmpty();
    }
}

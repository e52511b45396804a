package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.Severity;
import dev.switchback.migration.StepTimes;
import dev.switchback.migration.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdicts as a table on the terminal, unless {@value SwitchbackParameters#REPORT} is {@code none}. */
final class ConsoleReport {

    /** As many as one sees at a glance. */
    private static final int FEW = 10;

    private static final Pattern OF_THIS_RUN =
            Pattern.compile("(?<=up|down|again) +((<1|\\d+) ms|-)| \\(known\\)|(?m:^known: .*\\n)");

    private final StringBuilder text = new StringBuilder();

    private ConsoleReport() {}

    static String of(RoundTripResult result) {
        return of(List.of(result));
    }

    /** The table of the first result, and below it the failures that only the others have. */
    static String of(List<RoundTripResult> results) {
        RoundTripResult result = results.get(0);
        ConsoleReport report = new ConsoleReport();
        report.steps(result.steps());
        Stream.concat(result.findings().stream(), further(results))
                .distinct()
                .forEach(finding -> report.line("  " + label(finding.severity()) + ": " + finding.title()));
        if (!speaksForItself(results)) {
            report.sum(result);
        }
        if (!result.known().isEmpty()) {
            report.line("known: %d, from an earlier run, since nothing has changed for them; %s=off judges them again"
                    .formatted(result.known().size(), SwitchbackParameters.CACHE));
        }
        result.judgedEveryTime().forEach(reason -> report.line("judged every time: " + reason));
        return report.text.toString();
    }

    /** Whether a sum would repeat the lines: these are few, all of them are ok, and no more was left out than in any project. */
    private static boolean speaksForItself(List<RoundTripResult> results) {
        RoundTripResult result = results.get(0);
        return !result.steps().isEmpty()
                && result.steps().size() <= FEW
                && result.steps().stream().map(MigrationStep::verdict).allMatch(ConsoleReport::isPlain)
                && results.stream().allMatch(each -> each.findings().isEmpty())
                && further(results).findAny().isEmpty()
                && result.notComparedHere().isEmpty();
    }

    private static boolean isPlain(Verdict verdict) {
        return verdict instanceof Verdict.Passed passed && passed.notices().isEmpty();
    }

    private void sum(RoundTripResult result) {
        int migrations = result.steps().size();
        line("%d %s: %d ok, %d failed, %d skipped%s"
                .formatted(
                        migrations,
                        migrations == 1 ? "migration" : "migrations",
                        count(result, Verdict.Passed.class),
                        count(result, Verdict.Failed.class),
                        count(result, Verdict.Skipped.class),
                        notCompared(result.notCompared().size())));
    }

    /** The same text for the same verdicts, however long each script took, and whether judged now or known from before. */
    static String verdictsAlone(String table) {
        return OF_THIS_RUN.matcher(table).replaceAll("");
    }

    private static Stream<Finding> further(List<RoundTripResult> results) {
        Set<String> told = findings(results.get(0)).map(Finding::title).collect(Collectors.toSet());
        return results.stream()
                .skip(1)
                .flatMap(ConsoleReport::findings)
                .filter(finding -> finding.severity() == Severity.FAIL)
                .filter(finding -> told.add(finding.title()));
    }

    /** All that was found: step by step, and then of the whole. */
    static Stream<Finding> findings(RoundTripResult result) {
        return Stream.concat(
                result.steps().stream().flatMap(step -> step.verdict().findings().stream()),
                result.findings().stream());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String notCompared(int kinds) {
        return kinds == 0
                ? ""
                : "; not compared: %d kinds of objects and patterns, RoundTripResult.notCompared() lists them"
                        .formatted(kinds);
    }

    private static long count(RoundTripResult result, Class<? extends Verdict> kind) {
        return result.steps().stream()
                .map(MigrationStep::verdict)
                .filter(kind::isInstance)
                .count();
    }

    private void steps(List<MigrationStep> steps) {
        int version = width(steps, step -> step.migration().version().length());
        int description = width(steps, step -> step.migration().description().length());
        String line = "  V%-" + version + "s  %-" + description + "s   up %s   down %s   again %s   %s";
        for (MigrationStep step : steps) {
            StepTimes times = step.times();
            line(line.formatted(
                    step.migration().version(),
                    step.migration().description(),
                    time(times.up()),
                    time(times.down()),
                    time(times.again()),
                    verdict(step)));
        }
    }

    private static int width(List<MigrationStep> steps, ToIntFunction<MigrationStep> length) {
        return Math.max(1, steps.stream().mapToInt(length).max().orElse(1));
    }

    private static String time(Duration time) {
        if (time.isZero()) {
            return "      -";
        }
        long millis = time.plusNanos(500_000).toMillis();
        return "%7s".formatted(millis == 0 ? "<1 ms" : millis + " ms");
    }

    private static String verdict(MigrationStep step) {
        return verdict(step.verdict()) + (step.isKnown() ? " (known)" : "");
    }

    private static String verdict(Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed) {
            String title = TestOutcome.failures(failed.findings()).get(0).title();
            return label(Severity.FAIL) + ": "
                    + title.substring(title.indexOf(": ") + 1).strip();
        }
        if (verdict instanceof Verdict.Passed passed) {
            int notices = passed.notices().size();
            return notices == 0 ? "ok" : "ok, " + notices + (notices == 1 ? " notice" : " notices");
        }
        return verdict instanceof Verdict.Skipped skipped ? "skipped: " + skipped.reason() : "";
    }

    private static String label(Severity severity) {
        return severity == Severity.FAIL ? "FAILED" : "notice";
    }
}

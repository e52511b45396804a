package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.StepTimes;
import dev.switchback.migration.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The verdicts as a table on the terminal, where {@value SwitchbackParameters#REPORT} asks for it. */
final class ConsoleReport {

    private static final List<String> KNOWN = List.of("none", "console");

    private final StringBuilder text = new StringBuilder();

    private ConsoleReport() {}

    static void print(RoundTripResult result, ExtensionContext context) {
        String wanted =
                context.getConfigurationParameter(SwitchbackParameters.REPORT).orElse("none");
        if (!KNOWN.contains(wanted)) {
            throw Problems.value(SwitchbackParameters.REPORT, wanted, "must be one of " + String.join(", ", KNOWN));
        }
        if (wanted.equals("console")) {
            System.out.print(of(result));
        }
    }

    static String of(RoundTripResult result) {
        ConsoleReport report = new ConsoleReport();
        report.steps(result.steps());
        result.findings()
                .forEach(finding ->
                        report.text.append("  ").append(said(finding)).append('\n'));
        return report.text.toString();
    }

    private void steps(List<MigrationStep> steps) {
        int version = width(steps, step -> step.migration().version().length());
        int description = width(steps, step -> step.migration().description().length());
        String line = "  V%-" + version + "s  %-" + description + "s   up %s   down %s   again %s   %s%n";
        for (MigrationStep step : steps) {
            StepTimes times = step.times();
            text.append(line.formatted(
                    step.migration().version(),
                    step.migration().description(),
                    time(times.up()),
                    time(times.down()),
                    time(times.again()),
                    verdict(step.verdict())));
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

    private static String verdict(Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed) {
            return "FAILED   " + Outcome.failures(failed.findings()).get(0).title();
        }
        if (verdict instanceof Verdict.Skipped skipped) {
            return "skipped  " + skipped.reason();
        }
        return "ok";
    }

    private static String said(Finding finding) {
        return finding.severity() + "  " + finding.title();
    }
}

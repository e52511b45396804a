package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.migration.Verdict;
import dev.switchback.text.Indentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The findings about patterns that leave out everything, or nothing. */
public final class ExcludedFindings {

    private ExcludedFindings() {}

    /**
     * Of steps that were judged.
     *
     * @param unmatched how a pattern without objects is treated where all migrations are judged
     */
    public static List<Finding> of(
            RoundTripContext context, List<MigrationStep> steps, RoundTripSettings settings, Severity unmatched) {
        SnapshotReader.Excluding excluding = context.excluding();
        // what is known was judged with the same patterns, and is known only if all of them mattered
        if (excluding.patterns().isEmpty() || steps.stream().anyMatch(MigrationStep::isKnown)) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>(nothingLeft(excluding));
        List<String> lines = excluding.objects().unmatched();
        if (!lines.isEmpty()
                && (context.scripts().repeatables().isEmpty()
                        ? areAllUp(steps)
                        : haveMetRepeatables(steps, settings))) {
            boolean areAll =
                    settings.mode() != RoundTripMode.LATEST && settings.from().isEmpty();
            found.add(unmatched(lines, areAll ? unmatched : Severity.NOTICE));
        }
        return found;
    }

    /** Of a check that cannot fail. */
    public static List<Finding> nothingLeft(SnapshotReader.Excluding excluding) {
        return excluding.objects().leaveNothing() ? List.of(nothingLeft(excluding.patterns())) : List.of();
    }

    private static Finding nothingLeft(List<String> patterns) {
        String title = "exclude leaves nothing to compare: " + String.join(", ", patterns);
        return new Finding(
                "exclude-everything",
                Severity.FAIL,
                title,
                """
                %s

                  It leaves out all that the migrations make, so no undo could be found wrong. Name only what is not to be compared,
                  such as public.audit_*.
                """
                        .formatted(title));
    }

    private static Finding unmatched(List<String> lines, Severity severity) {
        String title = "exclude names what no migration makes: "
                + lines.get(0).substring(0, lines.get(0).indexOf(' '));
        return new Finding(
                "exclude-unmatched",
                severity,
                title,
                """
                %s

                %s

                  Patterns are qualified names in which * stands for any characters. Remove one that is not needed any more.
                """
                        .formatted(title, Indentation.of(String.join("\n", lines), 2)));
    }

    /** Behind a migration that fails, what a pattern means may never have been made. */
    private static boolean areAllUp(List<MigrationStep> steps) {
        return steps.stream()
                .flatMap(step -> step.verdict().findings().stream())
                .map(Finding::rule)
                .noneMatch(Set.of("up-fails", "time-limit")::contains);
    }

    /** Repeatable migrations, which may make what a pattern means, run behind the newest step if it holds. */
    private static boolean haveMetRepeatables(List<MigrationStep> steps, RoundTripSettings settings) {
        return settings.mode() != RoundTripMode.FULL
                && settings.generatedRows() != RoundTripRows.ONLY_GENERATED
                && steps.get(steps.size() - 1).verdict() instanceof Verdict.Passed;
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.run.FailureFindings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;

/** Findings about a migration's way down and up again where repeatable migrations have run. */
final class RepeatableFindings {

    private RepeatableFindings() {}

    static Finding undoFails(PhaseFailure failure, String repeatables) {
        Finding plain = FailureFindings.of(failure);
        return with(
                plain,
                plain.title() + " where the repeatable migrations have run",
                """

                  Without %s it runs, but in production they have run before it. Have it take away first what they
                  made of what it takes away, and make that again as the version before needs it.
                """
                        .formatted(repeatables));
    }

    static Finding againFails(ScriptPair pair, Finding failure, String repeatables) {
        String title = pair.migration().title()
                + ": after its undo, the migration fails where the repeatable migrations have run";
        Finding named = new Finding("again-fails", failure.severity(), failure.title(), failure.text());
        return with(
                named,
                title,
                """

                  Before its undo %s had run, as in production, and what they made may stand in its way.
                """
                        .formatted(repeatables));
    }

    /** Rows alone are a notice: a repeatable that brings rows in may be run again by hand. */
    static Finding againDiffers(ScriptPair pair, SnapshotDiff comparison, String repeatables) {
        String title =
                pair.migration().title() + ": after its undo, what the repeatable migrations made is not there again";
        return new Finding(
                        "again-differs",
                        comparison.schema().isEmpty() ? Severity.NOTICE : Severity.FAIL,
                        title,
                        """
                        %s

                          %s, run again after %s where %s had run, ends elsewhere than before:

                        %s

                          Flyway runs a repeatable migration again only when its checksum changes. Let the undo leave what it made,
                          or have it run every time, with ${flyway:timestamp} in a comment of it.
                        """
                                .formatted(
                                        title,
                                        pair.migration().script(),
                                        pair.undo().orElseThrow().name(),
                                        repeatables,
                                        StepFindings.differences(comparison)))
                .comparing(comparison.schema());
    }

    private static Finding with(Finding finding, String title, String paragraph) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                title,
                title + finding.text().substring(finding.title().length()) + paragraph,
                finding.difference(),
                finding.suggestedFix());
    }
}

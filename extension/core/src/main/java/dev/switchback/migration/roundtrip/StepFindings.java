package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptMarkers;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.migration.script.ScriptText;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.text.Indentation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings about a step, in the words that its author reads. */
public final class StepFindings {

    private StepFindings() {}

    static Finding irreversibleWithoutReason(ScriptPair pair, ScriptMarkers.Said said) {
        String title = pair.migration().title() + ": there is no undo, and the migration does not say why";
        return new Finding(
                "marker-reason",
                Severity.FAIL,
                title,
                """
                %s

                  %s
                  -- switchback: irreversible

                  Write the reason behind the word: -- switchback: irreversible <reason>
                """
                        .formatted(title, said.place()));
    }

    static Finding undoIncomplete(ScriptPair pair, SchemaDiff diff) {
        Script undo = pair.undo().orElseThrow();
        boolean nothing = ScriptText.doesNothing(undo);
        String title = pair.migration().title() + ": the undo does not bring the schema back";
        String ran = nothing
                ? "%s %s, and the schema is not what it was before V%s:"
                        .formatted(
                                undo.name(),
                                undo.text().isBlank() ? "is empty" : "does nothing",
                                pair.migration().version())
                : "%s ran without error, but what it leaves differs from the schema before V%s:"
                        .formatted(undo.name(), pair.migration().version());
        return new Finding(nothing ? "undo-no-op" : "undo-incomplete", Severity.FAIL, title, message(title, ran, diff));
    }

    static Finding enumValuesLeft(ScriptPair pair, SchemaDiff diff, Severity severity) {
        String title = pair.migration().title() + ": the undo leaves enum values behind";
        return new Finding(
                "undo-enum-values",
                severity,
                title,
                message(
                        title,
                        diff.after().product()
                                + " cannot drop a value from an enum; the type would have to be made anew:",
                        diff));
    }

    static Finding columnOrder(ScriptPair pair, SchemaDiff diff, Severity severity) {
        String title = pair.migration().title() + ": the undo brings the columns back in another order";
        return new Finding(
                "undo-column-order", severity, title, message(title, "A column can only be added last:", diff));
    }

    static Finding cosmetic(ScriptPair pair, SchemaDiff diff) {
        String title = pair.migration().title() + ": the undo brings the same back in other words";
        return new Finding("undo-cosmetic", Severity.NOTICE, title, message(title, "These mean the same:", diff));
    }

    static Finding undoRows(ScriptPair pair, List<RowSnapshot.Difference> rows, Partitions partitions) {
        String title = pair.migration().title() + ": the undo does not bring the rows back";
        String undo = pair.undo().orElseThrow().name();
        return new Finding(
                "undo-rows",
                Severity.FAIL,
                title,
                """
                %s

                  %s ran without error, but these tables do not hold what they held before V%s:

                %s
                %s"""
                        .formatted(
                                title,
                                undo,
                                pair.migration().version(),
                                lines(rows),
                                LossFindings.advice(pair, rows, partitions)));
    }

    static Finding againDiffers(ScriptPair pair, SnapshotDiff comparison) {
        String title = pair.migration().title() + ": after its undo, the migration gives something else";
        return new Finding(
                "again-differs",
                Severity.FAIL,
                title,
                """
                %s

                  %s, run again after %s, ends elsewhere than the first time:

                %s
                """
                        .formatted(
                                title,
                                pair.migration().script(),
                                pair.undo().orElseThrow().name(),
                                differences(comparison)));
    }

    static Finding chance(ScriptPair pair, PhaseDirection after, SnapshotDiff comparison) {
        String title = pair.migration().title() + ": " + (after == PhaseDirection.DOWN ? "the undo" : "the migration")
                + " does not give the same in every run";
        return new Finding(
                "not-deterministic",
                Severity.NOTICE,
                title,
                """
                %s

                  Two runs from the same state differ here, as a clock or a random number makes it; not compared:

                %s
                """
                        .formatted(title, differences(comparison)));
    }

    static String differences(SnapshotDiff comparison) {
        return Stream.of(Indentation.of(comparison.schema().toString(), 4), lines(comparison.rows()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String message(String title, String introduction, SchemaDiff diff) {
        return title + "\n\n  " + introduction + "\n\n" + Indentation.of(diff.toString(), 4) + "\n";
    }

    static String lines(List<RowSnapshot.Difference> rows) {
        return rows.stream()
                .map(difference -> Indentation.of(difference.toString(), 4))
                .collect(Collectors.joining("\n"));
    }
}

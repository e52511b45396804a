package dev.switchback.migration;

import dev.switchback.schema.Change;
import dev.switchback.schema.Nature;
import dev.switchback.schema.SchemaDiff;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns differences into findings, as the settings say. */
final class StepJudge {

    private final RoundTripSettings settings;

    StepJudge(RoundTripSettings settings) {
        this.settings = settings;
    }

    /** A migration that has no undo, and does not say that it cannot have one. */
    Finding undoMissing(ScriptPair pair) {
        return StepFindings.undoMissing(pair, settings.missingUndo());
    }

    /** A migration that has no undo, or says that it cannot have one. */
    Verdict withoutUndo(ScriptPair pair) {
        return pair.irreversible()
                .<Verdict>map(
                        reason -> new Verdict.Skipped(reason.isEmpty() ? "irreversible" : "irreversible: " + reason))
                .orElseGet(() -> verdict(List.of(undoMissing(pair))));
    }

    /**
     * What the undo left, against what was before the migration.
     *
     * @param declared losses that are meant, which are only told
     */
    List<Finding> afterUndo(ScriptPair pair, Comparison left, DeclaredLosses declared) {
        List<Finding> findings = new ArrayList<>();
        byNature(left.schema())
                .forEach((nature, diff) ->
                        findings.add(finding(pair, nature, diff).comparing(diff)));
        List<Rows.Difference> rows =
                left.rows().stream().filter(Predicate.not(declared::cover)).toList();
        if (!rows.isEmpty()) {
            findings.add(StepFindings.undoRows(pair, rows));
        }
        findings.addAll(declared.notices(pair, left.rows()));
        return findings;
    }

    private Finding finding(ScriptPair pair, Nature nature, SchemaDiff diff) {
        return switch (nature) {
            case STRUCTURE -> StepFindings.undoIncomplete(pair, diff);
            case ENUM_VALUES_LEFT -> StepFindings.enumValuesLeft(pair, diff, settings.enumValues());
            case COLUMN_ORDER -> StepFindings.columnOrder(pair, diff, settings.columnOrder());
            case COSMETIC -> StepFindings.cosmetic(pair, diff);
        };
    }

    /** What the second way up gave, against what the first one gave; what was excused on the way down stays excused. */
    List<Finding> afterAgain(ScriptPair pair, Comparison differs, DeclaredLosses declared) {
        Comparison structure = differs.only(change -> change.nature() == Nature.STRUCTURE)
                .with(differs.rows().stream()
                        .filter(Predicate.not(declared::cover))
                        .toList());
        List<Finding> findings = new ArrayList<>();
        if (!structure.isEmpty()) {
            findings.add(StepFindings.againDiffers(pair, structure).comparing(structure.schema()));
        }
        findings.addAll(declared.notices(pair, differs.rows()));
        return findings;
    }

    private static Map<Nature, SchemaDiff> byNature(SchemaDiff diff) {
        return diff.changes().stream()
                .map(Change::nature)
                .distinct()
                .sorted()
                .collect(Collectors.toMap(
                        nature -> nature,
                        nature -> diff.only(change -> change.nature() == nature),
                        (first, second) -> first,
                        java.util.LinkedHashMap::new));
    }

    /** What must not be left for an undo to hold. */
    Set<Nature> failing() {
        Set<Nature> failing = EnumSet.of(Nature.STRUCTURE);
        if (settings.enumValues() == Reaction.FAIL) {
            failing.add(Nature.ENUM_VALUES_LEFT);
        }
        if (settings.columnOrder() == Reaction.FAIL) {
            failing.add(Nature.COLUMN_ORDER);
        }
        return failing;
    }

    static boolean fails(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Reaction.FAIL);
    }

    static Verdict verdict(List<Finding> findings) {
        return fails(findings) ? new Verdict.Failed(findings) : new Verdict.Passed(findings);
    }
}

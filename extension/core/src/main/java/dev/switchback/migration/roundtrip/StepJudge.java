package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.migration.Verdict;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.script.ScriptFindings;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.Change;
import dev.switchback.schema.ChangeCategory;
import dev.switchback.schema.SchemaDiff;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns differences into findings, as the settings say. */
public final class StepJudge {

    private final RoundTripSettings settings;
    private final boolean isOverGeneratedRows;

    public StepJudge(RoundTripSettings settings) {
        this(settings, false);
    }

    private StepJudge(RoundTripSettings settings, boolean isOverGeneratedRows) {
        this.settings = settings;
        this.isOverGeneratedRows = isOverGeneratedRows;
    }

    /** The same over generated rows, of which each loss is told once. */
    static StepJudge overGeneratedRows(RoundTripSettings settings) {
        return new StepJudge(settings, true);
    }

    /** A migration that has no undo, and does not say that it cannot have one. */
    Finding undoMissing(ScriptPair pair) {
        return ScriptFindings.undoMissing(pair, settings.missingUndo());
    }

    /** A migration that has no undo, or says that it cannot have one. */
    Verdict withoutUndo(ScriptPair pair) {
        return pair.irreversible()
                .map(said -> said.reason().isEmpty()
                        ? verdict(List.of(StepFindings.irreversibleWithoutReason(pair, said)))
                        : new Verdict.Skipped("irreversible: " + said.reason()))
                .orElseGet(() -> verdict(List.of(undoMissing(pair))));
    }

    /**
     * The findings about the undo's result, against the state before the migration.
     *
     * @param declared losses that are meant, which are only told
     */
    List<Finding> afterUndo(ScriptPair pair, SnapshotDiff left, DeclaredLosses declared) {
        return MergedSteps.all(schemaAfterUndo(pair, left.schema()), rowsAfterUndo(pair, left.rows(), declared));
    }

    /** Those about the schema. */
    List<Finding> schemaAfterUndo(ScriptPair pair, SchemaDiff left) {
        List<Finding> findings = new ArrayList<>();
        byNature(left)
                .forEach((category, diff) ->
                        findings.add(finding(pair, category, diff).comparing(diff)));
        return findings;
    }

    /** Those about rows. */
    List<Finding> rowsAfterUndo(ScriptPair pair, List<RowSnapshot.Difference> left, DeclaredLosses declared) {
        List<Finding> findings = new ArrayList<>();
        List<RowSnapshot.Difference> lost =
                left.stream().filter(Predicate.not(declared::cover)).toList();
        if (!lost.isEmpty()) {
            findings.add(StepFindings.undoRows(pair, lost, declared.partitions()));
        }
        findings.addAll(declared.notices(pair, left));
        return findings;
    }

    private Finding finding(ScriptPair pair, ChangeCategory category, SchemaDiff diff) {
        return switch (category) {
            case STRUCTURE -> StepFindings.undoIncomplete(pair, diff);
            case ENUM_VALUES_LEFT -> StepFindings.enumValuesLeft(pair, diff, settings.enumValues());
            case COLUMN_ORDER -> StepFindings.columnOrder(pair, diff, settings.columnOrder());
            case COSMETIC -> StepFindings.cosmetic(pair, diff);
        };
    }

    /**
     * The findings about the second way up, against the first one; what was excused on the way down stays excused.
     *
     * @param lost what the undo lost of rows; over generated rows it is not told again of the second way up
     */
    List<Finding> afterAgain(
            ScriptPair pair, SnapshotDiff differs, List<RowSnapshot.Difference> lost, DeclaredLosses declared) {
        SnapshotDiff structure = differs.only(change -> change.category() == ChangeCategory.STRUCTURE)
                .with(differs.rows().stream()
                        .filter(Predicate.not(declared::cover))
                        .filter(difference ->
                                !isOverGeneratedRows || lost.stream().noneMatch(difference::isWithin))
                        .toList());
        List<Finding> findings = new ArrayList<>();
        if (!structure.isEmpty()) {
            findings.add(StepFindings.againDiffers(pair, structure).comparing(structure.schema()));
        }
        findings.addAll(declared.notices(pair, differs.rows()));
        return findings;
    }

    private static Map<ChangeCategory, SchemaDiff> byNature(SchemaDiff diff) {
        return diff.changes().stream()
                .map(Change::category)
                .distinct()
                .sorted()
                .collect(Collectors.toMap(
                        category -> category,
                        category -> diff.only(change -> change.category() == category),
                        (first, second) -> first,
                        java.util.LinkedHashMap::new));
    }

    /** The categories of change that must not be left for an undo to hold. */
    Set<ChangeCategory> failing() {
        Set<ChangeCategory> failing = EnumSet.of(ChangeCategory.STRUCTURE);
        if (settings.enumValues() == Severity.FAIL) {
            failing.add(ChangeCategory.ENUM_VALUES_LEFT);
        }
        if (settings.columnOrder() == Severity.FAIL) {
            failing.add(ChangeCategory.COLUMN_ORDER);
        }
        return failing;
    }

    static boolean fails(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.FAIL);
    }

    static Verdict verdict(List<Finding> findings) {
        return fails(findings) ? new Verdict.Failed(findings) : new Verdict.Passed(findings);
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.migration.DraftFolder;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.SuggestedFix;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.migration.script.ScriptPath;
import dev.switchback.schema.Change;
import dev.switchback.schema.ChangeCategory;
import dev.switchback.schema.SchemaDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for the SQL that would have brought a schema back, and adds it to a finding if it holds on a copy. */
final class FixFinder {

    private static final Set<String> MENDABLE = Set.of("undo-incomplete", "undo-no-op", "undo-enum-values");

    private final RoundTripContext context;
    private final StateCopies forward;
    private final Set<ChangeCategory> failing;
    private final Optional<DraftFolder> drafts;
    private final PlaceholderText placeholders;

    /**
     * Prepares to mend.
     *
     * @param failing what must not be left for the SQL to be printed
     * @param drafts where undo scripts that are missing are drafted
     */
    FixFinder(
            RoundTripContext context, StateCopies forward, Set<ChangeCategory> failing, Optional<DraftFolder> drafts) {
        this.context = context;
        this.forward = forward;
        this.failing = failing;
        this.drafts = drafts;
        this.placeholders = new PlaceholderText(context.configuration(), context.scripts());
    }

    /** Phases once more, after the first {@code from} migrations. */
    SecondRun secondRun(int from, List<Phase> phases) {
        return new SecondRun(context, forward, from, phases, Map.of());
    }

    /** A look at the rows of migrations that are taken up and down, after the first {@code from} ones. */
    RowInspection inspection(int from, List<ScriptPair> way) {
        return new RowInspection(context, forward, from, way, SequenceRestart.AS_IT_BEGAN);
    }

    /**
     * In what a second way up differs from the first. Where sequences could not be put back, the first one is taken once more
     * from where they were: other values alone are no difference, for production would give them, too.
     *
     * @param from how many migrations the way begins after
     * @param way the migrations that went up
     */
    ChanceFilter.Verified verifyAgain(
            int from, List<ScriptPair> way, DatabaseSnapshot after, DatabaseSnapshot now, SequenceRestart restart) {
        Phase.Plan plan = new Phase.Plan(context.pairs());
        way.forEach(plan::up);
        DatabaseSnapshot expected =
                restart.held().isEmpty() ? after : goneUp(from, plan, restart).orElse(after);
        SnapshotDiff differs = SnapshotDiff.of(expected, now);
        if (differs.isEmpty()) {
            return new ChanceFilter.Verified(SnapshotDiff.none(), SnapshotDiff.none());
        }
        try (SecondRun second = new SecondRun(context, forward, from, plan.phases(), restart.held())) {
            return ChanceFilter.verifyAgain(
                    differs, expected, second, new RowInspection(context, forward, from, way, restart));
        }
    }

    private Optional<DatabaseSnapshot> goneUp(int from, Phase.Plan plan, SequenceRestart restart) {
        try (SecondRun run = new SecondRun(context, forward, from, plan.phases(), restart.held())) {
            return run.after();
        }
    }

    /** Says with the finding about what an undo left how to mend that. */
    List<Finding> mend(ScriptPair pair, SecondRun second, ChanceFilter.Verified verified, List<Finding> findings) {
        Optional<Finding> broken = findings.stream()
                .filter(finding -> finding.severity() == Severity.FAIL && MENDABLE.contains(finding.rule()))
                .findFirst();
        if (broken.isEmpty()) {
            return findings;
        }
        Set<String> ignored = Stream.concat(
                        verified.byChance().schema().changes().stream(),
                        findings.stream()
                                .filter(finding -> finding.severity() == Severity.NOTICE)
                                .flatMap(finding -> finding.difference().stream())
                                .map(SchemaDiff::changes)
                                .flatMap(List::stream))
                .map(SnapshotDiff::place)
                .collect(Collectors.toSet());
        Script undo = pair.undo().orElseThrow();
        Optional<SuggestedFix> fix = fix(second, undo.source(), ignored);
        if (fix.isEmpty()) {
            return findings;
        }
        PlacedFix placed = undo instanceof Script.Sql sql
                ? trial(ignored).added(second, pair, fix.get(), sql)
                : new PlacedFix(fix.get(), List.of(), List.of());
        List<Finding> mended = new ArrayList<>(findings);
        mended.replaceAll(finding -> finding.equals(broken.get())
                ? SuggestedFixText.toBeAdded(finding, placed.fix(), undo).with(placed.paragraphs())
                : finding);
        return mended;
    }

    /** Drafts an undo for a migration whose own undo fails. */
    Finding draftInstead(ScriptPair pair, int index, Finding finding) {
        try (SecondRun up = up(pair, index)) {
            return draft(up, pair.undo().orElseThrow().source())
                    .map(fix -> placed(up, pair, fix))
                    .map(placed ->
                            SuggestedFixText.instead(finding, placed.fix()).with(placed.paragraphs()))
                    .orElse(finding);
        }
    }

    /** Drafts the undo that a migration lacks, and writes it down if that is wanted. */
    Finding draftMissing(ScriptPair pair, int index, Finding finding) {
        String name = pair.undoName();
        try (SecondRun up = up(pair, index)) {
            return draft(up, name)
                    .map(fix -> placed(up, pair, fix))
                    .map(placed -> SuggestedFixText.missing(
                                    finding, placed.fix(), drafts.map(folder -> write(folder, pair, placed, up)))
                            .with(placed.paragraphs()))
                    .orElse(finding);
        }
    }

    private static String write(DraftFolder folder, ScriptPair pair, PlacedFix placed, SecondRun up) {
        String said = folder.write(pair.undoName(), UndoDraftText.of(pair, placed.fix(), up.made()));
        return placed.configuration().isEmpty()
                ? said
                : said + " "
                        + folder.write(
                                pair.undoName() + ScriptPath.CONFIGURATION,
                                String.join("\n", placed.configuration()) + "\n");
    }

    private PlacedFix placed(SecondRun up, ScriptPair pair, SuggestedFix fix) {
        Optional<Script.Sql> instead =
                pair.undo().filter(Script.Sql.class::isInstance).map(Script.Sql.class::cast);
        return pair.undo().isPresent() && instead.isEmpty()
                ? new PlacedFix(fix, List.of(), List.of())
                : trial(Set.of()).alone(up, pair, fix, instead);
    }

    private FixTrial trial(Set<String> ignored) {
        return new FixTrial(placeholders, context, left -> left.schema().changes().stream()
                .noneMatch(change -> isLeft(change, ignored)));
    }

    private SecondRun up(ScriptPair pair, int index) {
        return secondRun(index, new Phase.Plan(context.pairs()).up(pair).phases());
    }

    private Optional<SuggestedFix> draft(SecondRun up, String file) {
        return fix(up, file, Set.of());
    }

    private Optional<SuggestedFix> fix(SecondRun second, String file, Set<String> ignored) {
        return second.changeBack(change -> change.category() != ChangeCategory.COLUMN_ORDER
                        && change.category() != ChangeCategory.COSMETIC
                        && !ignored.contains(SnapshotDiff.place(change)))
                .filter(rewritten -> !rewritten.statements().isEmpty())
                .filter(rewritten ->
                        rewritten.left().schema().changes().stream().noneMatch(change -> isLeft(change, ignored)))
                .map(rewritten -> new SuggestedFix(
                        file,
                        rewritten.statements(),
                        rewritten.left().rows().stream()
                                .map(RowSnapshot.Difference::subject)
                                .toList()));
    }

    private boolean isLeft(Change change, Set<String> ignored) {
        return failing.contains(change.category()) && !ignored.contains(SnapshotDiff.place(change));
    }
}

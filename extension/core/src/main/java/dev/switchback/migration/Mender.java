package dev.switchback.migration;

import dev.switchback.schema.Change;
import dev.switchback.schema.Nature;
import dev.switchback.schema.SchemaDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for the SQL that would have brought a schema back, and adds it to a finding if it holds on a copy. */
final class Mender {

    private static final Set<String> MENDABLE = Set.of("undo-incomplete", "undo-no-op", "undo-enum-values");

    private final Lab lab;
    private final Forward forward;
    private final Set<Nature> failing;
    private final Optional<DraftFolder> drafts;

    /**
     * Prepares to mend.
     *
     * @param failing what must not be left for the SQL to be printed
     * @param drafts where undo scripts that are missing are drafted
     */
    Mender(Lab lab, Forward forward, Set<Nature> failing, Optional<DraftFolder> drafts) {
        this.lab = lab;
        this.forward = forward;
        this.failing = failing;
        this.drafts = drafts;
    }

    /** Phases once more, after the first {@code from} migrations. */
    SecondRun secondRun(int from, List<Phase> phases) {
        return new SecondRun(lab, forward, from, phases);
    }

    /** A look at the rows of migrations that are taken up and down, after the first {@code from} ones. */
    RowInspection inspection(int from, List<ScriptPair> way) {
        return new RowInspection(lab, forward, from, way);
    }

    /** Says with the finding about what an undo left how to mend that. */
    List<Finding> mend(ScriptPair pair, SecondRun second, Control.Verified verified, List<Finding> findings) {
        Optional<Finding> broken = findings.stream()
                .filter(finding -> finding.severity() == Reaction.FAIL && MENDABLE.contains(finding.rule()))
                .findFirst();
        if (broken.isEmpty()) {
            return findings;
        }
        Set<String> ignored = Stream.concat(
                        verified.byChance().schema().changes().stream(),
                        findings.stream()
                                .filter(finding -> finding.severity() == Reaction.NOTICE)
                                .flatMap(finding -> finding.difference().stream())
                                .map(SchemaDiff::changes)
                                .flatMap(List::stream))
                .map(Comparison::place)
                .collect(Collectors.toSet());
        Script undo = pair.undo().orElseThrow();
        Optional<Mending> mending = mending(second, undo.source(), ignored);
        if (mending.isEmpty()) {
            return findings;
        }
        List<Finding> mended = new ArrayList<>(findings);
        mended.replaceAll(finding ->
                finding.equals(broken.get()) ? MendingText.toBeAdded(finding, mending.get(), undo) : finding);
        return mended;
    }

    /** Drafts an undo for a migration whose own undo fails. */
    Finding draftInstead(ScriptPair pair, int index, Finding finding) {
        try (SecondRun up = up(pair, index)) {
            return draft(up, pair.undo().orElseThrow().source())
                    .map(mending -> MendingText.instead(finding, mending))
                    .orElse(finding);
        }
    }

    /** Drafts the undo that a migration lacks, and writes it down if that is wanted. */
    Finding draftMissing(ScriptPair pair, int index, Finding finding) {
        String name = pair.undoName();
        try (SecondRun up = up(pair, index)) {
            return draft(up, name)
                    .map(mending -> MendingText.missing(
                            finding,
                            mending,
                            drafts.map(folder -> folder.write(name, DraftText.of(pair, mending, up.made())))))
                    .orElse(finding);
        }
    }

    private SecondRun up(ScriptPair pair, int index) {
        return secondRun(index, new Phase.Plan(lab.pairs()).up(pair).phases());
    }

    private Optional<Mending> draft(SecondRun up, String file) {
        return mending(up, file, Set.of());
    }

    private Optional<Mending> mending(SecondRun second, String file, Set<String> ignored) {
        return second.changeBack(change -> change.nature() != Nature.COLUMN_ORDER
                        && change.nature() != Nature.COSMETIC
                        && !ignored.contains(Comparison.place(change)))
                .filter(rewritten -> !rewritten.statements().isEmpty())
                .filter(rewritten ->
                        rewritten.left().schema().changes().stream().noneMatch(change -> isLeft(change, ignored)))
                .map(rewritten -> new Mending(
                        file,
                        rewritten.statements(),
                        rewritten.left().rows().stream()
                                .map(Rows.Difference::subject)
                                .toList()));
    }

    private boolean isLeft(Change change, Set<String> ignored) {
        return failing.contains(change.nature()) && !ignored.contains(Comparison.place(change));
    }
}

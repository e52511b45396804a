package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.ScriptError;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One migration over other rows than those that its step is taken over: fewer of them, where it fails over all, and rows made for
 * what it adds, where it holds.
 *
 * @param bare the databases before each step, without generated rows
 * @param filling fills copies of them
 */
record OtherRows(
        RoundTripContext context,
        RoundTripSettings settings,
        StateCopies bare,
        CopyFilling filling,
        int index,
        ScriptPair pair,
        FillDialect dialect) {

    private static final List<List<RowKind>> TAKEN = List.of(
            List.of(RowKind.FILLED, RowKind.TWIN, RowKind.EDGES),
            List.of(RowKind.FILLED, RowKind.EDGES),
            List.of(RowKind.FILLED, RowKind.TWIN),
            List.of(RowKind.FILLED),
            List.of(RowKind.EMPTY));

    /**
     * The findings about constraints that a migration adds, over rows that are made for each of them.
     *
     * @param seen the step over the rows of the plan, on which it holds
     */
    List<Finding> refusals(FillPlan plan, MigrationStep seen) throws PhaseFailure {
        List<FillPlan> examples =
                CounterExamples.of(plan, seen.before(), seen.after(), pair.up().text());
        List<Finding> findings = new ArrayList<>();
        Set<String> told = new HashSet<>();
        try (RowTrials trials = trials(TriedScripts.MIGRATION)) {
            for (FillPlan example : examples) {
                Optional<PhaseFailure> failure = failure(example).filter(each -> told.add(place(each.error())));
                if (failure.isPresent()) {
                    FailureOverRows up = up(example, failure.get(), seen, trials);
                    findings.add(
                            GeneratedRowsFindings.refused(up, new SmallestRows(up).find(), settings.admittedRows()));
                }
            }
        }
        return findings;
    }

    private static String place(ScriptError error) {
        return error.line() + " " + error.message().lines().findFirst().orElse("");
    }

    /** How the migration fails over the rows of a plan; empty if it holds, or if there are no such rows. */
    private Optional<PhaseFailure> failure(FillPlan rows) throws PhaseFailure {
        try (Database copy = new FilledState(bare, filling, rows).copyAfter(index)) {
            context.up(copy, pair);
            return Optional.empty();
        } catch (MigrationsException noSuchRows) {
            return Optional.empty();
        } catch (PhaseFailure refused) {
            return refused.error().isAboutTheWholeServer() ? Optional.empty() : Optional.of(refused);
        }
    }

    /** Such of the rows as the migration takes that fails over all of them; empty if it takes none. */
    Optional<FillPlan> taken(FillPlan plan, PhaseFailure failure, MigrationStep plain) throws PhaseFailure {
        for (FillPlan fewer : fewer(plan, failure, plain)) {
            if (failure(fewer).isEmpty()) {
                return Optional.of(fewer);
            }
        }
        return Optional.empty();
    }

    /** Fewer kinds of rows, and then none in the tables that may be why. */
    private List<FillPlan> fewer(FillPlan plan, PhaseFailure failure, MigrationStep plain) throws PhaseFailure {
        List<FillPlan> fewer = new ArrayList<>();
        TAKEN.forEach(kinds -> fewer.add(plan.withKinds(kinds)));
        List<String> suspects;
        try (RowTrials trials = trials(TriedScripts.MIGRATION)) {
            suspects = up(plan, failure, plain, trials).suspects();
        }
        Partitions partitions = Partitions.of(plain.before());
        for (int i = 1; i <= suspects.size(); i++) {
            List<String> empty = suspects.subList(0, i);
            fewer.add(plan.withTables(name -> partitions.wholes(name).stream().noneMatch(empty::contains)
                    && plan.wanted().test(name)));
        }
        return fewer;
    }

    /** The findings about a migration that fails over generated rows and holds without. */
    List<Finding> upFails(FillPlan plan, StepOverRows.Over over, MigrationStep plain) throws PhaseFailure {
        PhaseFailure failure = over.failure().orElseThrow();
        try (RowTrials trials = trials(TriedScripts.MIGRATION)) {
            FailureOverRows up = up(plan, failure, plain, trials);
            return new FailingTables(up, over.report(), settings.admittedRows()).findings();
        }
    }

    /** The finding about an undo that fails over generated rows and holds without, with those over which it does. */
    Finding undoFails(Finding finding, FillPlan plan, PhaseFailure failure, MigrationStep plain) throws PhaseFailure {
        try (RowTrials trials = trials(TriedScripts.MIGRATION_AND_UNDO)) {
            FailureOverRows undo = up(plan, failure, plain, trials);
            return GeneratedRowsFindings.undoFails(finding, undo, new SmallestRows(undo).find());
        }
    }

    private RowTrials trials(TriedScripts scripts) {
        return new RowTrials(context, dialect, bare, index, pair, scripts);
    }

    private FailureOverRows up(FillPlan rows, PhaseFailure failure, MigrationStep known, RowTrials trials) {
        return new FailureOverRows(context, bare, filling, index, pair, rows, dialect, failure, known, trials);
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.migration.verdicts.RestoredState;
import dev.switchback.migration.verdicts.RowsByClock;
import dev.switchback.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes each migration up, down and up once more, over rows made up for every table as it is before: what fails or is lost only
 * then is added to what is known of the step, or told alone. No finding depends on what another migration made of generated rows.
 */
public final class GeneratedRowsRun {

    private final RoundTripContext context;
    private final FillDialect dialect;
    private final RowHints hints;
    private final UnfilledTables unfilled;
    private final RoundTripSettings settings;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Migration, Map<String, String>> notFilled = new HashMap<>();
    private boolean isWhole = true;

    public GeneratedRowsRun(RoundTripContext context, RoundTripSettings settings) {
        this.context = context;
        this.dialect = FillDialect.ofProduct(context.server().product());
        this.hints = new RowHints(context, dialect, settings.rowHints());
        this.unfilled = new UnfilledTables(context);
        this.settings = settings;
    }

    /** Judges the step of an index over generated rows. */
    private interface Judging {

        MigrationStep of(GeneratedRowsJudge judge, int index) throws PhaseFailure;
    }

    /** Tells what becomes of the steps from an index on, which a failure keeps out of reach. */
    private interface OutOfReach {

        List<MigrationStep> from(int index, PhaseFailure failure);
    }

    /**
     * Goes through judged steps in order.
     *
     * @param first the index of the first of them
     * @param listener is handed each step with all that was found
     */
    public void run(int first, List<MigrationStep> judged, Consumer<MigrationStep> listener) {
        go(
                first,
                (judge, index) -> judge.with(index, judged.get(index - first)),
                (index, oneBeforeFailsAnyway) -> judged.subList(index - first, judged.size()),
                listener);
    }

    /**
     * Goes through all steps from one on, and tells of each only what generated rows show.
     *
     * @param first the index of the first of them
     * @param listener is handed each step
     */
    public void runAlone(int first, Consumer<MigrationStep> listener) {
        go(first, GeneratedRowsJudge::alone, (index, failure) -> outOfReach(first, index, failure), listener);
    }

    private List<MigrationStep> outOfReach(int first, int index, PhaseFailure failure) {
        List<ScriptPair> rest = context.pairs().subList(index, context.pairs().size());
        if (rest.isEmpty()) {
            return List.of();
        }
        return context.pairs().indexOf(failure.phase().pair()) >= first
                ? MigrationStep.notReached(rest, failure)
                : MigrationStep.unreachable(rest, failure);
    }

    /** Begins where an earlier run had come to, if it can. What does not hold from there is found again from the beginning. */
    private void go(int first, Judging judging, OutOfReach outOfReach, Consumer<MigrationStep> listener) {
        int next = first;
        while (next < context.pairs().size() && known(next, listener).isPresent()) {
            next++;
        }
        if (next == context.pairs().size()) {
            return;
        }
        Optional<RestoredState> state = context.known().restore(context.server(), next);
        if (state.isPresent()) {
            List<MigrationStep> steps = new ArrayList<>();
            try (ForwardOnlyDatabase near = new ForwardOnlyDatabase(context, state.get())) {
                go(near, next, judging, outOfReach, steps::add);
            }
            if (isWhole && steps.stream().allMatch(context::holds)) {
                steps.forEach(listener);
                return;
            }
            isWhole = true;
            findings.clear();
        }
        try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(context)) {
            go(forward, next, judging, outOfReach, listener);
        } catch (PhaseFailure atTheVeryBeginning) {
            outOfReach.from(next, atTheVeryBeginning).forEach(listener);
        }
    }

    private void go(
            ForwardOnlyDatabase forward,
            int first,
            Judging judging,
            OutOfReach outOfReach,
            Consumer<MigrationStep> listener) {
        GeneratedRowsJudge judge = new GeneratedRowsJudge(context, settings, dialect, hints, unfilled, forward);
        int next = first;
        Optional<MigrationStep> last = Optional.empty();
        try {
            for (; next < context.pairs().size(); next++) {
                last = known(next, listener);
                if (last.isEmpty()) {
                    MigrationStep step = judging.of(judge, next);
                    last = Optional.of(step);
                    lookForClocks(forward, next, step.before());
                    notFilled.put(step.migration(), unfilled.byTable());
                    listener.accept(step);
                }
            }
            if (last.filter(context::holds).isPresent()) {
                lookForClocks(forward, next, last.get().after());
            }
            findings.addAll(hints.wrongInFile(forward));
            forward.keepNear(next);
        } catch (PhaseFailure failure) {
            isWhole = !hints.areInFile();
            outOfReach.from(next, failure).forEach(listener);
        }
    }

    /** Looks for rows with values by the clock in the state before a step, which is the one after the step before. */
    private void lookForClocks(ForwardOnlyDatabase forward, int index, Schema there) throws PhaseFailure {
        RowsByClock rows = context.known().rowsByClock();
        if (index > 0 && rows.isAsked()) {
            rows.look(context.pairs().get(index - 1).migration(), there, forward.filledTables(index));
        }
    }

    /** The step, if an earlier run has judged it; it is told then. */
    private Optional<MigrationStep> known(int index, Consumer<MigrationStep> listener) {
        Optional<MigrationStep> known = context.known().step(index);
        known.ifPresent(step -> {
            hints.trust();
            unfilled.restore(context.known().notFilled(index));
            notFilled.put(step.migration(), unfilled.byTable());
            listener.accept(step);
        });
        return known;
    }

    /** The tables that got no row at the newest version at which they were tried, with the reason, in lines. */
    public List<String> notFilled() {
        return unfilled.lines();
    }

    /** The findings that concern no single step: hints of the file that speak of nothing. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The tables that got no row up to a step, to be kept beside it; empty if nothing of this run is to be kept. */
    public Optional<Function<Migration, Map<String, String>>> kept() {
        return isWhole && findings.isEmpty()
                ? Optional.of(step -> notFilled.getOrDefault(step, Map.of()))
                : Optional.empty();
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private List<Finding> findings = List.of();
    private boolean isWhole = true;

    public GeneratedRowsRun(RoundTripContext context, RoundTripSettings settings) {
        this.context = context;
        this.dialect = FillDialect.ofProduct(context.server().product());
        this.hints = new RowHints(context, dialect, settings.rowHints());
        this.unfilled = new UnfilledTables(context);
        this.settings = settings;
    }

    /**
     * Goes through judged steps.
     *
     * @param first the index of the first of them
     * @param listener is handed each step with all that was found, one at a time, but neither always in order nor always on this
     *     thread
     */
    public void run(int first, List<MigrationStep> judged, Consumer<MigrationStep> listener) {
        go(
                first,
                part(
                        (judge, index) -> judge.with(index, judged.get(index - first)),
                        (range, oneBeforeFailsAnyway) -> judged.subList(range.from() - first, range.until() - first)),
                listener);
    }

    /**
     * Goes through all steps from one on, and tells of each only what generated rows show.
     *
     * @param first the index of the first of them
     * @param listener is handed each step, one at a time, but neither always in order nor always on this thread
     */
    public void runAlone(int first, Consumer<MigrationStep> listener) {
        go(first, part(GeneratedRowsJudge::alone, (range, failure) -> outOfReach(first, range, failure)), listener);
    }

    private GeneratedRowsPart part(GeneratedRowsPart.Judging judging, GeneratedRowsPart.OutOfReach outOfReach) {
        return new GeneratedRowsPart(context, settings, dialect, hints, unfilled, judging, outOfReach);
    }

    private List<MigrationStep> outOfReach(int first, StepRange range, PhaseFailure failure) {
        List<ScriptPair> rest = context.pairs().subList(range.from(), range.until());
        if (rest.isEmpty()) {
            return List.of();
        }
        int failed = context.pairs().indexOf(failure.phase().pair());
        return first <= failed ? MigrationStep.notReached(rest, failure) : MigrationStep.unreachable(rest, failure);
    }

    private void go(int first, GeneratedRowsPart part, Consumer<MigrationStep> listener) {
        int next = first;
        while (next < context.pairs().size() && part.known(next, listener).isPresent()) {
            next++;
        }
        StepRange unknown = new StepRange(next, context.pairs().size());
        if (unknown.from() < unknown.until() && !fromKept(unknown, part, listener)) {
            AtomicBoolean isReached = new AtomicBoolean(true);
            ParallelParts.run(
                    ParallelParts.of(context, unknown, settings.parallelism()).stream()
                            .<ParallelParts.Part>map(range -> told -> {
                                if (!part.run(range, told)) {
                                    isReached.set(false);
                                }
                            })
                            .toList(),
                    listener);
            end(isReached.get());
        }
    }

    private boolean fromKept(StepRange unknown, GeneratedRowsPart part, Consumer<MigrationStep> listener) {
        return new KeptBeginning(context, unknown.from())
                .holds(
                        (database, told) -> {
                            end(part.run(database, unknown, told));
                            return isWhole;
                        },
                        listener);
    }

    /** Where steps were out of reach, it is not known of what the hints of the file speak. */
    private void end(boolean isReached) {
        isWhole = isReached || !hints.areInFile();
        findings = isReached ? hints.wrongInFile() : List.of();
    }

    /** The tables that got no row at the newest version at which they were tried, with the reason, in lines. */
    public List<String> notFilled() {
        return unfilled.lines();
    }

    /** The findings that concern no single step: hints of the file that speak of nothing. */
    public List<Finding> findings() {
        return findings;
    }

    /** The tables that got no row up to a step, to be kept beside it; empty if nothing of this run is to be kept. */
    public Optional<Function<Migration, Map<String, String>>> kept() {
        return isWhole && findings.isEmpty() ? Optional.of(unfilled.upToEach()::get) : Optional.empty();
    }
}

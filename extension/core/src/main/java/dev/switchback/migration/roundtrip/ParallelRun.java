package dev.switchback.migration.roundtrip;

import dev.switchback.migration.DraftFolder;
import dev.switchback.migration.MigrationStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges all steps of a history, in {@linkplain ParallelParts parts} if it is long. */
public final class ParallelRun {

    private final List<StepsRun> parts;
    private final Consumer<MigrationStep> listener;

    /**
     * Prepares the parts.
     *
     * @param ranges what is judged, in order
     * @param most how many parts there may be
     * @param listener is handed one step at a time, on the thread of its part
     */
    public ParallelRun(
            RoundTripContext context,
            List<StepRange> ranges,
            int most,
            StepJudge judge,
            Optional<DraftFolder> drafts,
            Consumer<MigrationStep> listener,
            RepeatablesRun repeatables) {
        this.listener = listener;
        this.parts = own(context, ranges, most).stream()
                .map(own -> {
                    StepRange said =
                            new StepRange(ranges.get(0).from(), own.get(0).from());
                    return new StepsRun(context, said::contains, own, judge, drafts, repeatables);
                })
                .toList();
    }

    /** The ranges of each part. */
    private static List<List<StepRange>> own(RoundTripContext context, List<StepRange> ranges, int most) {
        if (ranges.size() == 1) {
            return ParallelParts.of(context, ranges.get(0), most).stream()
                    .map(List::of)
                    .toList();
        }
        return ranges.isEmpty() ? List.of() : List.of(ranges);
    }

    /** Runs all parts, and returns when none runs any more. */
    public void run() {
        ParallelParts.run(
                parts.stream().<ParallelParts.Part>map(part -> part::run).toList(), listener);
    }
}

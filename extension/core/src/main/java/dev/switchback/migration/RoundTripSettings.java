package dev.switchback.migration;

import dev.switchback.migration.rows.RowSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a round trip is made and judged.
 *
 * @param mode how far down it goes
 * @param from the version from which undo scripts exist; empty for the first
 * @param undo locations of undo scripts beside the migrations' own; empty for none
 * @param missingUndo what a migration without an undo means
 * @param columnOrder what another order of columns alone means
 * @param enumValues what enum values that stay behind mean
 * @param timeLimit how long one script may run before it is cancelled and its step fails
 * @param excluded patterns of objects that are not compared, such as {@code public.audit_*}
 * @param draftUndo where undo scripts that are missing are drafted
 * @param parallelism in how many parts at most a long history is judged at the same time
 * @param rows rows that are there from some version on, which every later step must keep
 */
public record RoundTripSettings(
        RoundTripMode mode,
        String from,
        List<String> undo,
        Severity missingUndo,
        Severity columnOrder,
        Severity enumValues,
        Duration timeLimit,
        List<String> excluded,
        Optional<DraftFolder> draftUndo,
        int parallelism,
        List<RowsAt> rows) {

    /** The default time limit of a script. */
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(5);

    /** As many parts as there are processors, but no more than four. */
    public static final int DEFAULT_PARALLELISM =
            Math.min(4, Runtime.getRuntime().availableProcessors());

    public RoundTripSettings {
        if (parallelism < 1) {
            throw new IllegalArgumentException("A round trip has one part or more, not " + parallelism + ".");
        }
        undo = List.copyOf(undo);
        excluded = List.copyOf(excluded);
        rows = RowSources.inOrder(rows);
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("A time limit is longer than nothing: " + timeLimit);
        }
    }

    /** Steps from the first migration on; nothing is excused but another order of columns. */
    public static RoundTripSettings defaults() {
        return new RoundTripSettings(
                RoundTripMode.STEPS,
                "",
                List.of(),
                Severity.FAIL,
                Severity.NOTICE,
                Severity.FAIL,
                DEFAULT_TIME_LIMIT,
                List.of(),
                Optional.empty(),
                DEFAULT_PARALLELISM,
                List.of());
    }

    /** The same settings with another mode. */
    public RoundTripSettings withMode(RoundTripMode other) {
        return with(copy -> copy.mode = other);
    }

    /** The same settings, judging from another version on. */
    public RoundTripSettings withFrom(String other) {
        return with(copy -> copy.from = other);
    }

    /** The same settings with other locations of undo scripts. */
    public RoundTripSettings withUndo(String... locations) {
        return with(copy -> copy.undo = List.of(locations));
    }

    /** The same settings with another meaning of a missing undo. */
    public RoundTripSettings withMissingUndo(Severity other) {
        return with(copy -> copy.missingUndo = other);
    }

    /** The same settings with another meaning of another order of columns. */
    public RoundTripSettings withColumnOrder(Severity other) {
        return with(copy -> copy.columnOrder = other);
    }

    /** The same settings with another meaning of enum values that stay behind. */
    public RoundTripSettings withEnumValues(Severity other) {
        return with(copy -> copy.enumValues = other);
    }

    /** The same settings with another time limit of a script. */
    public RoundTripSettings withTimeLimit(Duration other) {
        return with(copy -> copy.timeLimit = other);
    }

    /** The same settings with other patterns of objects that are not compared. */
    public RoundTripSettings withExcluded(String... patterns) {
        return with(copy -> copy.excluded = List.of(patterns));
    }

    /**
     * The same settings, with drafts of the undo scripts that are missing written into a folder, which is made if it is
     * missing.
     *
     * @throws MigrationsException if nothing can be written into it
     */
    public RoundTripSettings withDraftUndo(Path folder) {
        return with(copy -> copy.draftUndo = Optional.of(DraftFolder.create(folder)));
    }

    /** The same settings with another number of parts at most; 1 judges one step after the other. */
    public RoundTripSettings withParallelism(int most) {
        return with(copy -> copy.parallelism = most);
    }

    /**
     * The same settings, with more rows that are there from a version on. They are inserted when that version's migration is
     * judged; every later one must keep them.
     *
     * @param version a migration's version, such as {@code 12}
     */
    public RoundTripSettings withRows(String version, RowSource source) {
        return with(copy -> copy.rows.add(new RowsAt(version, source)));
    }

    private RoundTripSettings with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.settings();
    }

    /** All components, of which one is about to be changed. */
    private static final class Copy {

        private RoundTripMode mode;
        private String from;
        private List<String> undo;
        private Severity missingUndo;
        private Severity columnOrder;
        private Severity enumValues;
        private Duration timeLimit;
        private List<String> excluded;
        private Optional<DraftFolder> draftUndo;
        private int parallelism;
        private final List<RowsAt> rows;

        Copy(RoundTripSettings settings) {
            this.mode = settings.mode;
            this.from = settings.from;
            this.undo = settings.undo;
            this.missingUndo = settings.missingUndo;
            this.columnOrder = settings.columnOrder;
            this.enumValues = settings.enumValues;
            this.timeLimit = settings.timeLimit;
            this.excluded = settings.excluded;
            this.draftUndo = settings.draftUndo;
            this.parallelism = settings.parallelism;
            this.rows = new ArrayList<>(settings.rows);
        }

        RoundTripSettings settings() {
            return new RoundTripSettings(
                    mode,
                    from,
                    undo,
                    missingUndo,
                    columnOrder,
                    enumValues,
                    timeLimit,
                    excluded,
                    draftUndo,
                    parallelism,
                    rows);
        }
    }
}

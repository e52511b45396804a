package dev.switchback.migration;

import dev.switchback.filling.RowHint;
import dev.switchback.filling.RowHintFile;
import dev.switchback.migration.rows.RowSources;
import dev.switchback.schema.NamePatterns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The settings of a round trip: how far it goes and how it is judged. Immutable; equal if all settings are.
 *
 * <pre>{@code
 * RoundTripSettings settings = RoundTripSettings.defaults().withMode(RoundTripMode.FULL).withFrom("12");
 * }</pre>
 *
 * <p>A new setting is added in four places: here, as one block of a constant with its default, an accessor and a {@code with}
 * method; as an attribute of {@code MigrationRoundTrip}; as a constant of {@code SwitchbackParameters}; and in {@code
 * dev.switchback.jupiter.RoundTripReader}, which reads the two. A test keeps them in step.
 */
public final class RoundTripSettings {

    /** The time that a script may take by default. */
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(5);

    /** As many parts as there are processors, but no more than four. */
    public static final int DEFAULT_PARALLELISM =
            Math.min(4, Runtime.getRuntime().availableProcessors());

    /** The values of the settings that differ from their defaults. */
    private final Map<Setting<?>, Object> values;

    private RoundTripSettings(Map<Setting<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** Steps from the first migration on; nothing is excused but another order of columns. */
    public static RoundTripSettings defaults() {
        return new RoundTripSettings(Map.of());
    }

    private static final Setting<RoundTripMode> MODE = new Setting<>("mode", RoundTripMode.STEPS);

    /** How far down it goes; {@link RoundTripMode#STEPS} by default. */
    public RoundTripMode mode() {
        return MODE.in(values);
    }

    /** The same settings with another mode. */
    public RoundTripSettings withMode(RoundTripMode other) {
        return with(MODE, other);
    }

    private static final Setting<String> FROM = new Setting<>("from", "");

    /** The first version to be judged; empty, the default, for the first of all. */
    public String from() {
        return FROM.in(values);
    }

    /** The same settings, judging from another version on. */
    public RoundTripSettings withFrom(String other) {
        return with(FROM, other);
    }

    private static final Setting<List<String>> UNDO = new Setting<>("undo", List.of());

    /** Locations of undo scripts beside the migrations' own; none by default. */
    public List<String> undo() {
        return UNDO.in(values);
    }

    /** The same settings with other locations of undo scripts. */
    public RoundTripSettings withUndo(String... locations) {
        return with(UNDO, List.of(locations));
    }

    private static final Setting<Severity> MISSING_UNDO = new Setting<>("missingUndo", Severity.FAIL);

    /** How a migration without an undo is treated; {@link Severity#FAIL} by default. */
    public Severity missingUndo() {
        return MISSING_UNDO.in(values);
    }

    /** The same settings with another meaning of a missing undo. */
    public RoundTripSettings withMissingUndo(Severity other) {
        return with(MISSING_UNDO, other);
    }

    private static final Setting<Severity> COLUMN_ORDER = new Setting<>("columnOrder", Severity.NOTICE);

    /** How another order of columns alone is treated; {@link Severity#NOTICE} by default. */
    public Severity columnOrder() {
        return COLUMN_ORDER.in(values);
    }

    /** The same settings with another meaning of another order of columns. */
    public RoundTripSettings withColumnOrder(Severity other) {
        return with(COLUMN_ORDER, other);
    }

    private static final Setting<Severity> ENUM_VALUES = new Setting<>("enumValues", Severity.FAIL);

    /** How enum values that stay behind are treated; {@link Severity#FAIL} by default. */
    public Severity enumValues() {
        return ENUM_VALUES.in(values);
    }

    /** The same settings with another meaning of enum values that stay behind. */
    public RoundTripSettings withEnumValues(Severity other) {
        return with(ENUM_VALUES, other);
    }

    private static final Setting<Duration> TIME_LIMIT =
            new Setting<>("timeLimit", DEFAULT_TIME_LIMIT, RoundTripSettings::positive);

    /** How long one script may run before it is cancelled and its step fails; five minutes by default. */
    public Duration timeLimit() {
        return TIME_LIMIT.in(values);
    }

    /** The same settings with another time limit of a script. */
    public RoundTripSettings withTimeLimit(Duration other) {
        return with(TIME_LIMIT, other);
    }

    private static final Setting<List<String>> EXCLUDED = new Setting<>("excluded", List.of());

    /** Patterns of objects that are not compared, such as {@code public.audit_*}; none by default. */
    public List<String> excluded() {
        return EXCLUDED.in(values);
    }

    /**
     * The same settings with other patterns of objects that are not compared.
     *
     * @throws IllegalArgumentException if a pattern leaves out everything
     */
    public RoundTripSettings withExcluded(String... patterns) {
        NamePatterns.excluding(List.of(patterns));
        return with(EXCLUDED, List.of(patterns));
    }

    private static final Setting<Severity> UNMATCHED_EXCLUSION = new Setting<>("unmatchedExclusion", Severity.FAIL);

    /** How a pattern is treated that no object of any version matches. */
    Severity unmatchedExclusion() {
        return UNMATCHED_EXCLUSION.in(values);
    }

    /** The same settings, with patterns of exclusion that others share, for whom they may mean something. */
    @API(status = API.Status.INTERNAL)
    public RoundTripSettings withSharedExclusion() {
        return with(UNMATCHED_EXCLUSION, Severity.NOTICE);
    }

    private static final Setting<Optional<DraftFolder>> DRAFT_UNDO = new Setting<>("draftUndo", Optional.empty());

    /** Where undo scripts that are missing are drafted; nowhere by default. */
    public Optional<DraftFolder> draftUndo() {
        return DRAFT_UNDO.in(values);
    }

    /**
     * The same settings, with drafts of the undo scripts that are missing written into a folder, which is made if it is
     * missing.
     *
     * @throws MigrationsException if nothing can be written into it
     */
    public RoundTripSettings withDraftUndo(Path folder) {
        return with(DRAFT_UNDO, Optional.of(DraftFolder.create(folder)));
    }

    private static final Setting<Integer> PARALLELISM =
            new Setting<>("parallelism", DEFAULT_PARALLELISM, RoundTripSettings::oneOrMore);

    /** In how many parts at most a long history is judged at the same time; {@link #DEFAULT_PARALLELISM} by default. */
    public int parallelism() {
        return PARALLELISM.in(values);
    }

    /** The same settings with another number of parts at most; 1 judges one step after the other. */
    public RoundTripSettings withParallelism(int most) {
        return with(PARALLELISM, most);
    }

    private static final Setting<List<RowsAt>> ROWS = new Setting<>("rows", List.of(), RowSources::inOrder);

    /** Rows that are there from some version on, which every later step must keep; none by default. */
    public List<RowsAt> rows() {
        return ROWS.in(values);
    }

    /**
     * The same settings, with more rows that are there from a version on. They are inserted when that version's migration is
     * judged; every later one must keep them.
     *
     * @param version a migration's version, such as {@code 12}
     */
    public RoundTripSettings withRows(String version, RowSource source) {
        List<RowsAt> all = new ArrayList<>(rows());
        all.add(new RowsAt(version, source));
        return with(ROWS, all);
    }

    private static final Setting<RoundTripRows> GENERATED_ROWS = new Setting<>("generatedRows", RoundTripRows.OWN);

    /** Whether each migration also runs over rows made up for every table; {@link RoundTripRows#OWN} by default. */
    public RoundTripRows generatedRows() {
        return GENERATED_ROWS.in(values);
    }

    /** The same settings with another choice of rows. */
    public RoundTripSettings withGeneratedRows(RoundTripRows other) {
        return with(GENERATED_ROWS, other);
    }

    private static final Setting<Severity> ADMITTED_ROWS = new Setting<>("admittedRows", Severity.NOTICE);

    /**
     * How it is treated that a migration fails on generated rows which the schema before it admits, though not on all; {@link
     * Severity#NOTICE} by default.
     */
    public Severity admittedRows() {
        return ADMITTED_ROWS.in(values);
    }

    /** The same settings with another meaning of a failure on rows that the schema admits. */
    public RoundTripSettings withAdmittedRows(Severity other) {
        return with(ADMITTED_ROWS, other);
    }

    private static final Setting<List<RowHint>> ROW_HINTS = new Setting<>("rowHints", List.of());

    /** Conditions that generated rows meet beside those of the schema; none by default. */
    @API(status = API.Status.INTERNAL)
    public List<RowHint> rowHints() {
        return ROW_HINTS.in(values);
    }

    /**
     * The same settings, with conditions that generated rows meet beside those of the schema: one a line of a file, such as {@code
     * orders.total >= 0}, which begins with a column, a table and a column, or a domain. Lines that begin with {@code #} or {@code
     * --} say nothing. A condition holds at each version that has what it speaks of.
     *
     * @throws dev.switchback.filling.GeneratedRowsException if the file cannot be read, or a line is no condition
     */
    public RoundTripSettings withRowHints(Path file) {
        return withRowHints(RowHintFile.at(file));
    }

    @API(status = API.Status.INTERNAL)
    public RoundTripSettings withRowHints(List<RowHint> hints) {
        return with(ROW_HINTS, List.copyOf(hints));
    }

    private static final Setting<Optional<Path>> CACHE = new Setting<>("cache", Optional.empty());

    /** Where verdicts are kept for the next run; nowhere by default, and then every step is judged. */
    public Optional<Path> cache() {
        return CACHE.in(values);
    }

    /**
     * The same settings, with verdicts kept in a folder: a step is not judged again as long as nothing that its verdict follows
     * from has changed. The folder is made if it is missing; what is in it may be removed at any time.
     */
    public RoundTripSettings withCache(Path folder) {
        return with(CACHE, Optional.of(folder));
    }

    /** The same settings, with every step judged. */
    public RoundTripSettings withoutCache() {
        return with(CACHE, Optional.empty());
    }

    private <T> RoundTripSettings with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> changed = new HashMap<>(values);
        T checked = setting.check.apply(value);
        if (checked.equals(setting.byDefault)) {
            changed.remove(setting);
        } else {
            changed.put(setting, checked);
        }
        return new RoundTripSettings(changed);
    }

    private static int oneOrMore(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("A round trip has one part or more, not " + parts + ".");
        }
        return parts;
    }

    private static Duration positive(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A time limit is longer than nothing: " + limit);
        }
        return limit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoundTripSettings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The settings that differ from their defaults. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(each -> each.getKey().name + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(", ", "RoundTripSettings[", "]"));
    }

    /** The name, default and check of one setting. */
    private static final class Setting<T> {

        private final String name;
        private final T byDefault;
        private final UnaryOperator<T> check;

        Setting(String name, T byDefault) {
            this(name, byDefault, UnaryOperator.identity());
        }

        Setting(String name, T byDefault, UnaryOperator<T> check) {
            this.name = name;
            this.byDefault = byDefault;
            this.check = check;
        }

        /** The value among those that differ from their defaults, which {@code with} put there for this very setting. */
        @SuppressWarnings("unchecked")
        T in(Map<Setting<?>, Object> values) {
            return (T) values.getOrDefault(this, byDefault);
        }
    }
}

package dev.switchback.migration;

import dev.switchback.migration.roundtrip.ExcludedFindings;
import dev.switchback.migration.roundtrip.FullRun;
import dev.switchback.migration.roundtrip.GeneratedRowsRun;
import dev.switchback.migration.roundtrip.MergedSteps;
import dev.switchback.migration.roundtrip.ParallelRun;
import dev.switchback.migration.roundtrip.RepeatablesRun;
import dev.switchback.migration.roundtrip.RoundTripContext;
import dev.switchback.migration.roundtrip.StepJudge;
import dev.switchback.migration.roundtrip.StepRange;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.ScriptFindings;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.NamePatterns;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Takes migrations up, down and up again on databases of its own, and judges each step:
 *
 * <pre>{@code
 * RoundTrip trip = RoundTrip.of(server, Flyway.configure().locations("classpath:db/migration"), RoundTripSettings.defaults());
 * RoundTripResult result = trip.run(step -> System.out.println(step + " " + step.verdict()));
 * }</pre>
 *
 * <p>Every step is judged from the state of a database that only went up, whatever became of the steps before it. Not
 * thread-safe; several may run on one server at once.
 */
public final class RoundTrip {

    private final RoundTripContext context;
    private final RoundTripSettings settings;
    private final int first;

    private RoundTrip(RoundTripContext context, RoundTripSettings settings, int first) {
        this.context = context;
        this.settings = settings;
        this.first = first;
    }

    /**
     * Finds the migrations and prepares their round trip.
     *
     * @param server where its databases are created
     * @param flyway how the migrations are found and run; its data source is not used
     * @throws MigrationsException if there is no migration, or if Flyway cannot resolve them
     */
    public static RoundTrip of(Server server, Configuration flyway, RoundTripSettings settings) {
        try (Database scratch = server.create()) {
            MigrationScripts scripts = ScriptScan.of(flyway, settings.undo(), scratch.dataSource());
            if (scripts.pairs().isEmpty()) {
                throw new MigrationsException(ScriptFindings.none(flyway, scripts.findings()));
            }
            int first = first(scripts.pairs(), settings);
            return new RoundTrip(
                    RoundTripContext.of(server, flyway, scripts, settings, first, scratch), settings, first);
        }
    }

    private static int first(List<ScriptPair> pairs, RoundTripSettings settings) {
        int first = 0;
        if (!settings.from().isEmpty()) {
            MigrationVersion from = MigrationVersion.fromVersion(settings.from());
            while (first < pairs.size()
                    && MigrationVersion.fromVersion(pairs.get(first).migration().version())
                                    .compareTo(from)
                            < 0) {
                first++;
            }
            if (first == pairs.size()) {
                throw new MigrationsException(
                        "No migration has version " + settings.from() + " or a newer one; the newest is "
                                + pairs.get(first - 1).migration().title() + ".");
            }
        }
        return settings.mode() == RoundTripMode.LATEST ? pairs.size() - 1 : first;
    }

    /** The migrations that will be judged, in order. */
    public List<Migration> migrations() {
        return context.pairs().subList(first, context.pairs().size()).stream()
                .map(ScriptPair::migration)
                .toList();
    }

    /**
     * Runs everything.
     *
     * @param listener is handed each step as soon as it is judged, one at a time, but neither always in order nor always on
     *     this thread
     */
    public RoundTripResult run(Consumer<MigrationStep> listener) {
        Map<Migration, MigrationStep> judged = new ConcurrentHashMap<>();
        Consumer<MigrationStep> told = step -> {
            judged.put(step.migration(), step);
            listener.accept(step);
        };
        Optional<GeneratedRowsRun> rows = generatedRows();
        RepeatablesRun repeatables = new RepeatablesRun(context, settings.timeLimit());
        if (rows.isEmpty()) {
            runWithoutRows(repeatables, told);
        } else if (settings.generatedRows() == RoundTripRows.ONLY_GENERATED) {
            rows.get().runAlone(first, told);
        } else {
            runWithoutRows(repeatables, step -> judged.put(step.migration(), step));
            rows.get().run(first, inOrder(judged), told);
        }
        List<MigrationStep> steps = inOrder(judged);
        List<Finding> excluded = ExcludedFindings.of(context, steps, settings, settings.unmatchedExclusion());
        if (excluded.isEmpty()) {
            rows.map(GeneratedRowsRun::kept)
                    .orElseGet(() -> Optional.of(step -> Map.of()))
                    .ifPresent(notFilled -> context.known().keep(steps, notFilled));
        }
        List<String> here = Stream.of(
                        NamePatterns.of(settings.excluded()).remarks(),
                        repeatables.notTried(),
                        rows.map(GeneratedRowsRun::notFilled).orElseGet(this::rowsNotTried))
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new RoundTripResult(
                steps,
                Stream.of(
                                context.scripts().findings(),
                                rows.map(GeneratedRowsRun::findings).orElseGet(List::of),
                                excluded)
                        .flatMap(List::stream)
                        .toList(),
                Stream.concat(notCompared(steps).stream(), here.stream())
                        .distinct()
                        .toList(),
                here,
                excluded.isEmpty() ? context.known().reasons() : everyTime());
    }

    private List<String> everyTime() {
        return MergedSteps.all(
                context.known().reasons(),
                settings.cache().isEmpty()
                        ? List.of()
                        : List.of("patterns of exclude mean nothing, so all steps are judged every time"));
    }

    /** Empty if no rows are asked for, or if the mode has no step to make them up before. */
    private Optional<GeneratedRowsRun> generatedRows() {
        boolean haveSteps = settings.mode() != RoundTripMode.FULL;
        return switch (settings.generatedRows()) {
            case OWN -> Optional.empty();
            case GENERATED -> haveSteps ? Optional.of(new GeneratedRowsRun(context, settings)) : Optional.empty();
            case ONLY_GENERATED -> Optional.of(new GeneratedRowsRun(context, settings));
        };
    }

    private List<String> rowsNotTried() {
        return settings.generatedRows() == RoundTripRows.GENERATED
                ? List.of("generated rows, in mode FULL")
                : List.of();
    }

    private List<MigrationStep> inOrder(Map<Migration, MigrationStep> judged) {
        return migrations().stream().map(judged::get).filter(Objects::nonNull).toList();
    }

    private void runWithoutRows(RepeatablesRun repeatables, Consumer<MigrationStep> each) {
        StepJudge judge = new StepJudge(settings);
        switch (settings.mode()) {
            case STEPS, LATEST ->
                new ParallelRun(
                                context,
                                unknown(each),
                                settings.parallelism(),
                                judge,
                                settings.draftUndo(),
                                each,
                                repeatables)
                        .run();
            case FULL -> {
                if (!unknown(each).isEmpty()) {
                    new FullRun(context, first, judge, each).run();
                }
            }
        }
    }

    /** The steps to be judged; the others are told at once. */
    private List<StepRange> unknown(Consumer<MigrationStep> listener) {
        int all = context.pairs().size();
        List<Optional<MigrationStep>> known =
                IntStream.range(0, all).mapToObj(context.known()::step).toList();
        List<StepRange> unknown = settings.mode() == RoundTripMode.FULL
                        && known.subList(first, all).stream().anyMatch(Optional::isEmpty)
                ? List.of(new StepRange(first, all))
                : StepRange.ofUnknown(first, all, index -> known.get(index).isPresent());
        IntStream.range(first, all)
                .filter(index -> unknown.stream().noneMatch(range -> range.contains(index)))
                .forEach(index -> listener.accept(known.get(index).orElseThrow()));
        return unknown;
    }

    /** The remarks of the snapshots on what they leave out; all have the same. */
    private static List<String> notCompared(List<MigrationStep> steps) {
        return steps.stream()
                .map(step -> step.after().notInspected())
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}

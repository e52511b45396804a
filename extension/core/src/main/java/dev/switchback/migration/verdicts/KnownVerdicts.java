package dev.switchback.migration.verdicts;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.Verdict;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.product.Products;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.text.Digest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * The verdicts that runs before came to from the same inputs, and those of this run for the next one. Only verdicts that do not
 * fail are kept: what is wrong is found anew each time, and told in full.
 */
public final class KnownVerdicts {

    private static final KnownVerdicts NONE = new KnownVerdicts(Optional.empty(), List.of(), List.of());

    private final Optional<Kept> kept;
    private final List<ScriptPair> pairs;
    private final List<String> reasons;

    /** All that there is where verdicts are kept. */
    private record Kept(
            VerdictKeys keys,
            int first,
            Map<String, KeptStep> steps,
            KeptFile file,
            KeptStates states,
            RowsByClock rows) {

        /** Whether rows may be filled by the clock where no state is looked at. */
        boolean isBlind() {
            return keys.firstDefault() < first;
        }
    }

    private KnownVerdicts(Optional<Kept> kept, List<ScriptPair> pairs, List<String> reasons) {
        this.kept = kept;
        this.pairs = pairs;
        this.reasons = Collections.synchronizedList(new ArrayList<>(reasons));
    }

    /** Knows nothing and keeps nothing. */
    public static KnownVerdicts none() {
        return NONE;
    }

    /**
     * Reads what is known, unless the settings say that nothing is to be kept.
     *
     * @param scratch a database that is empty
     */
    public static KnownVerdicts of(VerdictInputs inputs, Server server, Database scratch) {
        if (inputs.settings().cache().isEmpty()) {
            return NONE;
        }
        Optional<String> whyNot = whyNot(inputs);
        if (whyNot.isPresent()) {
            return nothing(inputs, whyNot.get());
        }
        Optional<VerdictDialect> dialect = Products.installed().find(VerdictDialect.class, server.product());
        if (dialect.isEmpty()) {
            return nothing(inputs, "no verdicts on " + server.product() + " are kept");
        }
        return LibraryFacts.of(
                        List.of(KnownVerdicts.class, Flyway.class, dialect.get().getClass()))
                .map(library -> read(inputs, dialect.get(), library, scratch))
                .orElseGet(() -> nothing(inputs, "the version of this library cannot be told"));
    }

    private static KnownVerdicts nothing(VerdictInputs inputs, String why) {
        return new KnownVerdicts(Optional.empty(), inputs.scripts().pairs(), List.of(why));
    }

    private static Optional<String> whyNot(VerdictInputs inputs) {
        if (!inputs.settings().rows().isEmpty()) {
            return Optional.of("rows are taken along, and what they are may change");
        }
        return inputs.settings().draftUndo().isPresent()
                ? Optional.of("undo scripts are to be drafted")
                : Optional.empty();
    }

    private static KnownVerdicts read(VerdictInputs inputs, VerdictDialect dialect, String library, Database scratch) {
        String base = Digest.of(
                library, new FlywayFacts(inputs.configuration()).text(), inputs.judgement(), server(dialect, scratch));
        VerdictKeys keys = new VerdictKeys.Making(inputs, dialect).from(base);
        KeptFolder folder = new KeptFolder(inputs.settings().cache().orElseThrow());
        KeptFile file = folder.file("steps-" + Digest.of(base, place(inputs)).substring(0, 16));
        RowsByClock rows = keys.firstDefault() < inputs.scripts().pairs().size()
                ? new RowsByClock(
                        expression -> !dialect.traits(expression).chance().isEmpty())
                : RowsByClock.NOT_ASKED;
        return new KnownVerdicts(
                Optional.of(new Kept(keys, inputs.first(), steps(file), file, new KeptStates(folder, dialect), rows)),
                inputs.scripts().pairs(),
                keys.reasons());
    }

    private static String server(VerdictDialect dialect, Database scratch) {
        try (Connection connection = scratch.dataSource().getConnection()) {
            return dialect.server(connection);
        } catch (SQLException e) {
            throw new MigrationsException("The server's settings cannot be read: " + e.getMessage(), e);
        }
    }

    private static String place(VerdictInputs inputs) {
        return Stream.concat(
                        Stream.of(inputs.configuration().getLocations()).map(Object::toString),
                        inputs.settings().undo().stream())
                .toList()
                .toString();
    }

    private static Map<String, KeptStep> steps(KeptFile file) {
        try {
            Optional<byte[]> content = file.read();
            return content.isPresent() ? StepsReader.read(content.get()) : Map.of();
        } catch (IOException notOfThisVersion) {
            return Map.of();
        }
    }

    /** The step as it was judged before, if all that its verdict follows from is the same. */
    public Optional<MigrationStep> step(int index) {
        return kept.flatMap(all -> all.keys().step(index).map(all.steps()::get))
                .map(step -> step.of(pairs.get(index).migration()));
    }

    /** Up to a known step, the tables for which no row could be generated, with the reason. */
    public Map<String, String> notFilled(int index) {
        return kept.flatMap(all -> all.keys().step(index).map(all.steps()::get))
                .map(KeptStep::notFilled)
                .orElse(Map.of());
    }

    /** Where states between the migrations are looked at for rows that say something else next time. */
    public RowsByClock rowsByClock() {
        return kept.map(Kept::rows).orElse(RowsByClock.NOT_ASKED);
    }

    /** Makes the state after as many of the first {@code most} migrations as one was kept for, in a new database. */
    public Optional<RestoredState> restore(Server server, int most) {
        for (int count = most; kept.isPresent() && count > 0; count--) {
            int here = count;
            Optional<RestoredState> restored = kept.get()
                    .keys()
                    .after(count)
                    .flatMap(key -> kept.get().states().restore(server, key))
                    .map(database -> new RestoredState(database, here));
            if (restored.isPresent()) {
                return restored;
            }
        }
        return Optional.empty();
    }

    /**
     * Keeps the state after some migrations, unless clock or chance may have a part in it.
     *
     * @param database holds it, with a history of Flyway's as if it had only gone up
     */
    public void keepState(int count, Database database) {
        if (!keepsState(count)) {
            return;
        }
        kept.orElseThrow().keys().after(count).ifPresent(key -> {
            try {
                kept.get().states().keep(key, database);
            } catch (IOException | SQLException e) {
                reasons.add(
                        "the state after " + pairs.get(count - 1).migration().displayName() + " cannot be kept: " + e);
            }
        });
    }

    /** Whether states are kept, and the one after so many migrations may be: of none, nothing need be kept. */
    public boolean keepsState(int count) {
        return count > 0
                && kept.isPresent()
                && !kept.get().rows().areAnywhere()
                && !kept.get().isBlind()
                && kept.get().keys().after(count).isPresent();
    }

    /**
     * Keeps the steps that did not fail.
     *
     * @param steps all that were judged or known, in order
     * @param notFilled up to each, the tables for which no row could be generated, with the reason
     */
    public void keep(List<MigrationStep> steps, Function<Migration, Map<String, String>> notFilled) {
        if (kept.isEmpty()) {
            return;
        }
        Kept all = kept.get();
        if (all.isBlind()) {
            reasons.add("columns have defaults by the clock before the first migration that is judged");
            return;
        }
        Map<String, KeptStep> trusted = trusted(steps, notFilled, all);
        if (trusted.equals(all.steps())) {
            all.file().touch();
            return;
        }
        try {
            all.file().write(StepsWriter.write(trusted));
        } catch (IOException e) {
            reasons.add("the verdicts of this run cannot be kept: " + e);
        }
        all.states().folder().tidy();
    }

    private Map<String, KeptStep> trusted(
            List<MigrationStep> steps, Function<Migration, Map<String, String>> notFilled, Kept all) {
        Map<String, KeptStep> trusted = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            MigrationStep step = steps.get(i);
            if (all.rows().areAfter(step.migration())) {
                reasons.add("after " + step.migration().displayName()
                        + " there are rows with values by the clock, so steps from there on are judged every time");
                break;
            }
            int index = all.first() + i;
            if (holds(step, pairs.get(index))) {
                all.keys()
                        .step(index)
                        .ifPresent(key -> trusted.put(key, KeptStep.of(step, notFilled.apply(step.migration()))));
            }
        }
        return trusted;
    }

    /** Whether a step was judged to the end, and nothing in it fails. */
    public static boolean holds(MigrationStep step, ScriptPair pair) {
        return step.verdict() instanceof Verdict.Passed
                || (step.verdict() instanceof Verdict.Skipped skipped
                        && pair.irreversible().isPresent()
                        && skipped.reason().startsWith("irreversible: "));
    }

    /** Why steps are judged every time that might not have to be, one line each. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}

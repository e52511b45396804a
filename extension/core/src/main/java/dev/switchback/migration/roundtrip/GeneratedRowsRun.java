package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.run.FailureFindings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.EmptyTable;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes each migration up, down and up once more, over rows made up for every table as it is before: what fails or is lost only
 * then is added to what is known of the step, or told alone. A migration for itself: none meets what another one made of generated
 * rows.
 */
public final class GeneratedRowsRun {

    private final RoundTripContext context;
    private final RoundTripSettings settings;
    private final FillDialect dialect;
    private final RowHints hints;
    private final UnfilledTables unfilled;
    private final List<Finding> findings = new ArrayList<>();

    public GeneratedRowsRun(RoundTripContext context, RoundTripSettings settings) {
        this.context = context;
        this.settings = settings;
        this.dialect = FillDialect.ofProduct(context.server().product());
        this.hints = new RowHints(context, dialect, settings.rowHints());
        this.unfilled = new UnfilledTables(context);
    }

    /**
     * Goes through judged steps in order.
     *
     * @param first the index of the first of them
     * @param listener is handed each step with all that was found
     */
    public void run(int first, List<MigrationStep> judged, Consumer<MigrationStep> listener) {
        int done = 0;
        try (ForwardOnlyDatabase forward = begin(first)) {
            for (; done < judged.size(); done++) {
                listener.accept(with(forward, first + done, judged.get(done)));
                hints.add(context.pairs().get(first + done));
            }
            findings.addAll(hints.wrongInFile(forward));
        } catch (PhaseFailure oneBeforeFailsAnyway) {
            judged.subList(done, judged.size()).forEach(listener);
        }
    }

    /**
     * Goes through all steps from one on, and tells of each only what generated rows show.
     *
     * @param first the index of the first of them
     * @param listener is handed each step
     */
    public void runAlone(int first, Consumer<MigrationStep> listener) {
        int next = first;
        try (ForwardOnlyDatabase forward = begin(first)) {
            for (; next < context.pairs().size(); next++) {
                listener.accept(alone(forward, next));
                hints.add(context.pairs().get(next));
            }
            findings.addAll(hints.wrongInFile(forward));
        } catch (PhaseFailure failure) {
            boolean isTold = context.pairs().indexOf(failure.phase().pair()) >= first;
            List<ScriptPair> rest =
                    context.pairs().subList(next, context.pairs().size());
            if (!rest.isEmpty()) {
                (isTold ? MigrationStep.notReached(rest, failure) : MigrationStep.unreachable(rest, failure))
                        .forEach(listener);
            }
        }
    }

    private ForwardOnlyDatabase begin(int first) throws PhaseFailure {
        context.pairs().subList(0, first).forEach(hints::add);
        return new ForwardOnlyDatabase(context);
    }

    /** The tables that got no row at the newest version at which they were tried, with the reason, in lines. */
    public List<String> notFilled() {
        return unfilled.lines();
    }

    /** The findings that concern no single step: hints of the file that speak of nothing. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private MigrationStep with(ForwardOnlyDatabase forward, int index, MigrationStep plain) throws PhaseFailure {
        ScriptPair pair = context.pairs().get(index);
        List<Finding> own = new ArrayList<>(wrongTables(pair, plain.before()));
        own.addAll(hints.wrong(forward, index, pair));
        if (plain.before().objects(ObjectKind.TABLE).isEmpty()) {
            return StepWithRows.of(plain, List.of(), own);
        }
        FillPlan plan = plan(forward, index, pair);
        StepOverRows step = step(forward, index, pair);
        StepOverRows.Over over = step.over(plan);
        own.addAll(unfilled.before(index, over.report()));
        own.addAll(upFails(step, plan, over, plain));
        return StepWithRows.of(plain, over.found(), own);
    }

    private MigrationStep alone(ForwardOnlyDatabase forward, int index) throws PhaseFailure {
        ScriptPair pair = context.pairs().get(index);
        FillPlan plan = plan(forward, index, pair);
        StepOverRows step = step(forward, index, pair);
        StepOverRows.Over over = step.over(plan);
        Optional<MigrationStep> plain = over.failure().isPresent() || StepWithRows.concern(over.found())
                ? Optional.of(step.plain())
                : Optional.empty();
        if (plain.isPresent() && failsAnyway(over, plain.get())) {
            return plain.get();
        }
        List<Finding> own = new ArrayList<>(wrongTables(pair, over.step().before()));
        own.addAll(hints.wrong(forward, index, pair));
        own.addAll(unfilled.before(index, over.report()));
        if (plain.isPresent()) {
            own.addAll(upFails(step, plan, over, plain.get()));
            own.addAll(StepWithRows.more(VerdictFindings.of(plain.get().verdict()), over.found()));
        }
        return over.step().with(StepJudge.verdict(own));
    }

    /** A migration that fails without rows, too, has been told of. */
    private static List<Finding> upFails(StepOverRows step, FillPlan plan, StepOverRows.Over over, MigrationStep plain)
            throws PhaseFailure {
        return over.failure().isEmpty() || failsAnyway(over, plain) ? List.of() : step.upFails(plan, over, plain);
    }

    private static boolean failsAnyway(StepOverRows.Over over, MigrationStep plain) {
        Optional<String> title =
                over.failure().map(failure -> FailureFindings.of(failure).title());
        return title.isPresent()
                && VerdictFindings.of(plain.verdict()).stream()
                        .anyMatch(finding -> finding.title().equals(title.get()));
    }

    private StepOverRows step(ForwardOnlyDatabase forward, int index, ScriptPair pair) {
        return new StepOverRows(context, settings, forward, index, pair, dialect);
    }

    private FillPlan plan(ForwardOnlyDatabase forward, int index, ScriptPair pair) throws PhaseFailure {
        return FillPlan.defaults()
                .withKinds(RowKind.ofFive())
                .withHints(hints.at(forward, index))
                .withTables(table -> pair.emptyTables().stream().noneMatch(empty -> empty.is(table)));
    }

    private static List<Finding> wrongTables(ScriptPair pair, Schema before) {
        List<Finding> wrong = new ArrayList<>();
        for (EmptyTable empty : pair.emptyTables()) {
            List<String> tables = before.objects(ObjectKind.TABLE).stream()
                    .map(table -> table.name().qualified())
                    .toList();
            if (empty.target().isEmpty()
                    || empty.reason().isEmpty()
                    || tables.stream().noneMatch(empty::is)) {
                wrong.add(GeneratedRowsFindings.wrong(pair, empty, tables));
            }
        }
        return wrong;
    }
}

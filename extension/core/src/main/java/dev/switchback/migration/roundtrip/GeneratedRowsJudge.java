package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.run.FailureFindings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.script.EmptyTable;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the steps of a range, one by one, over rows made up for every table as it is before each. */
final class GeneratedRowsJudge {

    private final RoundTripContext context;
    private final RoundTripSettings settings;
    private final FillDialect dialect;
    private final RowHints hints;
    private final UnfilledTables unfilled;
    private final ForwardOnlyDatabase forward;
    private final StepRange range;
    private final Map<Integer, StepOverRows.Over> ahead = new HashMap<>();

    GeneratedRowsJudge(
            RoundTripContext context,
            RoundTripSettings settings,
            FillDialect dialect,
            RowHints hints,
            UnfilledTables unfilled,
            ForwardOnlyDatabase forward,
            StepRange range) {
        this.context = context;
        this.settings = settings;
        this.dialect = dialect;
        this.hints = hints;
        this.unfilled = unfilled;
        this.forward = forward;
        this.range = range;
    }

    /** A step that was judged without them, with all that was found. */
    MigrationStep with(int index, MigrationStep plain) throws PhaseFailure {
        if (plain.isOutOfReach()) {
            return plain;
        }
        ScriptPair pair = context.pairs().get(index);
        List<Finding> own = new ArrayList<>(wrongTables(pair, plain.before()));
        own.addAll(hints.wrong(forward, index, pair));
        if (plain.before().objects(ObjectKind.TABLE).isEmpty()) {
            return StepWithRows.of(plain, List.of(), own);
        }
        StepOverRows step = step(index, pair);
        StepOverRows.Over over = over(step, index);
        own.addAll(unfilled.before(index, over.report()));
        own.addAll(upFails(step, index, over, plain));
        own.addAll(refusals(step, index, over));
        MigrationStep judged = StepWithRows.of(plain, found(step, index, over, plain), own);
        return over.step().rows().isEmpty() ? judged : judged.with(over.step().rows());
    }

    /** A step of which only that is told which they show. */
    MigrationStep alone(int index) throws PhaseFailure {
        ScriptPair pair = context.pairs().get(index);
        StepOverRows step = step(index, pair);
        StepOverRows.Over over = over(step, index);
        Optional<MigrationStep> plain = over.failure().isPresent() || StepWithRows.concern(over.found())
                ? Optional.of(step.plain())
                : Optional.empty();
        if (plain.isPresent() && failsAnyway(over.failure(), plain.get())) {
            return plain.get();
        }
        List<Finding> own = new ArrayList<>(wrongTables(pair, over.step().before()));
        own.addAll(hints.wrong(forward, index, pair));
        own.addAll(unfilled.before(index, over.report()));
        if (plain.isPresent()) {
            own.addAll(upFails(step, index, over, plain.get()));
            own.addAll(StepWithRows.more(plain.get().verdict().findings(), found(step, index, over, plain.get())));
        }
        own.addAll(refusals(step, index, over));
        return over.step().with(StepJudge.verdict(own));
    }

    /** A migration that fails without rows, too, has been told of; what the whole server has already is not due to rows. */
    private List<Finding> upFails(StepOverRows step, int index, StepOverRows.Over over, MigrationStep plain)
            throws PhaseFailure {
        if (over.failure().isEmpty() || failsAnyway(over.failure(), plain)) {
            return List.of();
        }
        PhaseFailure failure = over.failure().get();
        return failure.error().isAboutTheWholeServer()
                ? List.of(FailureFindings.of(failure))
                : step.others().upFails(plan(index), over, plain);
    }

    /** All that was found or, where the migration fails over some rows, what is over those that it takes: the others do not hide it. */
    private List<Finding> found(StepOverRows step, int index, StepOverRows.Over over, MigrationStep plain)
            throws PhaseFailure {
        Optional<PhaseFailure> failure = over.failure()
                .filter(each ->
                        !failsAnyway(over.failure(), plain) && !each.error().isAboutTheWholeServer());
        if (failure.isEmpty()) {
            return shown(step, plan(index), over, plain);
        }
        Optional<FillPlan> taken = step.others().taken(plan(index), failure.get(), plain);
        return taken.isEmpty()
                ? List.of()
                : shown(step, taken.get(), step.over(taken.get(), index + 1).get(0), plain);
    }

    /** The findings; that of an undo which fails for the rows has those that show it. */
    private List<Finding> shown(StepOverRows step, FillPlan plan, StepOverRows.Over over, MigrationStep plain)
            throws PhaseFailure {
        Optional<PhaseFailure> failure =
                over.failureOfUndo().filter(each -> !each.error().isAboutTheWholeServer());
        if (failure.isEmpty() || failsAnyway(failure, plain)) {
            return over.found();
        }
        String title = FailureFindings.of(failure.get()).title();
        List<Finding> shown = new ArrayList<>();
        for (Finding finding : over.found()) {
            shown.add(
                    finding.title().equals(title)
                            ? step.others().undoFails(finding, plan, failure.get(), plain)
                            : finding);
        }
        return shown;
    }

    /** A migration that holds over rows made for the schema before it may not over those made for what it adds. */
    private List<Finding> refusals(StepOverRows step, int index, StepOverRows.Over over) throws PhaseFailure {
        return over.failure().isPresent() ? List.of() : step.others().refusals(plan(index), over.step());
    }

    private static boolean failsAnyway(Optional<PhaseFailure> failure, MigrationStep plain) {
        Optional<String> title = failure.map(each -> FailureFindings.of(each).title());
        return title.isPresent()
                && plain.verdict().findings().stream()
                        .anyMatch(finding -> finding.title().equals(title.get()));
    }

    private StepOverRows step(int index, ScriptPair pair) {
        return new StepOverRows(context, settings, forward, index, pair, dialect);
    }

    /** The step, which may have been taken together with one before it. */
    private StepOverRows.Over over(StepOverRows step, int index) throws PhaseFailure {
        if (!ahead.containsKey(index)) {
            ahead.clear();
            List<StepOverRows.Over> overs = step.over(plan(index), together(index));
            for (int i = 0; i < overs.size(); i++) {
                ahead.put(index + i, overs.get(i));
            }
        }
        return ahead.remove(index);
    }

    /** The index before which steps are not taken together any more: what they are to have rows of is said of each. */
    private int together(int index) {
        List<ScriptPair> pairs = context.pairs();
        boolean isEachItsOwn = !settings.rowHints().isEmpty()
                || !context.rows().indexes().isEmpty()
                || pairs.subList(0, index + 1).stream()
                        .anyMatch(pair -> !pair.rowHints().isEmpty())
                || !pairs.get(index).emptyTables().isEmpty();
        int next = index + 1;
        while (!isEachItsOwn
                && next < Math.min(range.until(), index + PhaseRun.LONGEST / 3)
                && pairs.get(next).emptyTables().isEmpty()
                && pairs.get(next).rowHints().isEmpty()
                && context.known().step(next).isEmpty()) {
            next++;
        }
        return next;
    }

    private FillPlan plan(int index) throws PhaseFailure {
        FillPlan plan = FillPlan.defaults().withKinds(RowKind.ofFive()).withHints(hints.at(forward, index));
        List<EmptyTable> empty = context.pairs().get(index).emptyTables();
        if (empty.isEmpty()) {
            return plan;
        }
        try (Database before = forward.copyAfter(index)) {
            Partitions partitions = Partitions.of(Schema.read(before.dataSource()));
            return plan.withTables(table -> empty.stream()
                    .noneMatch(each -> partitions.wholes(table).stream().anyMatch(each::is)));
        }
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

package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.FilledTable;
import dev.switchback.filling.RowHint;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.EmptyTable;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes each migration up, down and up once more, over rows made up for every table as it is before: what fails or is lost only
 * then is added to what is known of the step. A migration for itself: none meets what another one made of generated rows.
 */
public final class GeneratedRowsRun {

    private final RoundTripContext context;
    private final RoundTripSettings settings;
    private final FillDialect dialect;
    private final List<RowHint> hints = new ArrayList<>();
    private final Map<String, String> notFilled = new TreeMap<>();

    public GeneratedRowsRun(RoundTripContext context, RoundTripSettings settings) {
        this.context = context;
        this.settings = settings;
        this.dialect = FillDialect.ofProduct(context.server().product());
    }

    /**
     * Goes through judged steps in order.
     *
     * @param first the index of the first of them
     * @param listener is handed each step with all that was found
     */
    public void run(int first, List<MigrationStep> judged, Consumer<MigrationStep> listener) {
        int done = 0;
        try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(context)) {
            context.pairs().subList(0, first).forEach(pair -> hints.addAll(pair.rowHints()));
            for (; done < judged.size(); done++) {
                MigrationStep step = judged.get(done);
                ScriptPair pair = context.pairs().get(first + done);
                listener.accept(met(forward, first + done, pair, step));
                hints.addAll(pair.rowHints());
            }
        } catch (PhaseFailure oneBeforeFailsAnyway) {
            judged.subList(done, judged.size()).forEach(listener);
        }
    }

    /** The tables that got no row at the newest version at which they were tried, with the reason, in lines. */
    public List<String> notFilled() {
        return notFilled.values().stream().toList();
    }

    private MigrationStep met(ForwardOnlyDatabase forward, int index, ScriptPair pair, MigrationStep step)
            throws PhaseFailure {
        List<Finding> wrong = new ArrayList<>(wrongTables(pair, step.before()));
        wrong.addAll(wrongHints(forward, index, pair));
        if (step.before().objects(ObjectKind.TABLE).isEmpty()) {
            return StepWithRows.of(step, List.of(), wrong);
        }
        FillPlan plan = FillPlan.defaults()
                .withKinds(RowKind.ofFive())
                .withHints(known(forward, index))
                .withTables(table -> pair.emptyTables().stream().noneMatch(empty -> empty.is(table)));
        StepOverRows over = new StepOverRows(context, settings, forward, index, pair, dialect);
        List<Finding> found = over.judge(plan, step);
        for (FilledTable table : over.report().tables()) {
            notFilled.remove(table.table());
            if (!table.isFilled()) {
                notFilled.put(
                        table.table(),
                        "rows of " + table.table() + " (before V"
                                + pair.migration().version() + "): none could be generated, because " + table.reason());
            }
        }
        return StepWithRows.of(step, found, wrong);
    }

    private List<Finding> wrongTables(ScriptPair pair, Schema before) {
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

    /** The hints of a migration speak of what is there after it. */
    private List<Finding> wrongHints(ForwardOnlyDatabase forward, int index, ScriptPair pair) throws PhaseFailure {
        if (pair.rowHints().isEmpty()) {
            return List.of();
        }
        try (Database copy = forward.copyAfter(index)) {
            context.up(copy, pair);
            return problems(copy, pair.rowHints()).entrySet().stream()
                    .map(entry -> GeneratedRowsFindings.wrong(pair, entry.getKey(), entry.getValue()))
                    .toList();
        } catch (PhaseFailure failsAnyway) {
            return List.of();
        }
    }

    /** The hints that still speak of something. */
    private List<RowHint> known(ForwardOnlyDatabase forward, int index) throws PhaseFailure {
        if (hints.isEmpty()) {
            return List.of();
        }
        try (Database copy = forward.copyAfter(index)) {
            Map<RowHint, String> problems = problems(copy, hints);
            return hints.stream().filter(hint -> !problems.containsKey(hint)).toList();
        }
    }

    private Map<RowHint, String> problems(Database database, List<RowHint> all) {
        Map<RowHint, String> problems = new java.util.LinkedHashMap<>();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (RowHint hint : all) {
                Optional<String> problem = dialect.problem(connection, hint);
                problem.ifPresent(said -> problems.put(hint, said));
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new MigrationsException("The hints for rows cannot be read: " + e.getMessage(), e);
        }
        return problems;
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.Verdict;
import dev.switchback.migration.run.MigrateRun;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.UndoRun;
import dev.switchback.migration.script.ChosenResources;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import dev.switchback.schema.ChangeCategory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Takes the newest migration down and up again with the repeatable migrations in place, as they are in production: what they
 * made may stand in the undo's way, and does not come back by itself. They are made for the newest version, so no other
 * migration meets them.
 */
public final class RepeatablesRun {

    private final RoundTripContext context;
    private final Duration timeLimit;

    public RepeatablesRun(RoundTripContext context, Duration timeLimit) {
        this.context = context;
        this.timeLimit = timeLimit;
    }

    /** Whether a migration is taken down with repeatable migrations in place. */
    boolean concern(Migration migration) {
        List<ScriptPair> pairs = context.pairs();
        ScriptPair newest = pairs.get(pairs.size() - 1);
        return !context.scripts().repeatables().isEmpty()
                && newest.isJudged()
                && newest.migration().equals(migration);
    }

    /** The parts of this that are not tried, in lines. */
    public List<String> notTried() {
        return context.scripts().repeatables().isEmpty()
                ? List.of()
                : List.of(
                        "undo scripts, but for the newest one in modes STEPS and LATEST, with the repeatable migrations in place: "
                                + names());
    }

    /** The step with what is found, unless its own scripts fail. */
    MigrationStep meet(MigrationStep step, ForwardOnlyDatabase forward) {
        if (!(step.verdict() instanceof Verdict.Passed passed)) {
            return step;
        }
        List<Finding> found = tried(forward);
        return found.isEmpty() ? step : step.with(StepJudge.verdict(MergedSteps.all(passed.notices(), found)));
    }

    private List<Finding> tried(ForwardOnlyDatabase forward) {
        List<ScriptPair> pairs = context.pairs();
        ScriptPair newest = pairs.get(pairs.size() - 1);
        try (Database database = forward.copyAfter(pairs.size());
                SnapshotReader snapshots = forward.laterSnapshots(database)) {
            MigrateRun repeatables = migration(database.dataSource());
            Optional<Finding> failure = repeatables.migrate();
            if (failure.isPresent()) {
                return List.of(failure.get());
            }
            if (repeatables.applied().isEmpty()) {
                return List.of();
            }
            DatabaseSnapshot head = snapshots.take();
            new UndoRun(context.configuration(), context.scripts(), database.dataSource(), Optional.of(timeLimit))
                    .run(newest);
            forgetThoseOfEveryRun(database.dataSource());
            Optional<Finding> again = migration(database.dataSource()).migrate();
            return again.map(finding -> List.of(RepeatableFindings.againFails(newest, finding, names())))
                    .orElseGet(() -> differences(newest, SnapshotDiff.of(head, snapshots.take())));
        } catch (PhaseFailure failure) {
            return List.of(RepeatableFindings.undoFails(failure, names()));
        }
    }

    private void forgetThoseOfEveryRun(DataSource database) {
        Configuration configuration = context.configuration();
        List<String> repeatables = context.scripts().repeatablesOfEveryRun(configuration);
        if (repeatables.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            HistoryTable.of(configuration, configuration.getTable(), connection)
                    .removeRepeatables(connection, repeatables);
        } catch (SQLException e) {
            throw new MigrationsException("The history cannot be changed: " + e.getMessage(), e);
        }
    }

    /** Values may be others than the first time, which the step itself has judged; rows that came or went are judged here. */
    private List<Finding> differences(ScriptPair newest, SnapshotDiff found) {
        SnapshotDiff differs = found.only(change -> change.category() == ChangeCategory.STRUCTURE)
                .with(found.rows().stream()
                        .filter(difference -> difference.isOfTable() && !difference.inValuesOnly())
                        .toList());
        return differs.isEmpty() ? List.of() : List.of(RepeatableFindings.againDiffers(newest, differs, names()));
    }

    /** A migration of a shell, which the round trip leaves out, could be newer than the one that was taken down. */
    private MigrateRun migration(DataSource database) {
        Configuration own = ChosenResources.withoutShell(context.scripts().resources(), context.configuration())
                .validateOnMigrate(false);
        return new MigrateRun(own, database, context.dialect(), Optional.of(timeLimit));
    }

    private String names() {
        return String.join(", ", context.scripts().repeatables());
    }
}

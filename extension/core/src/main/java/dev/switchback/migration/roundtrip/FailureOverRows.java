package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The failure of a migration, or of its undo behind it, over generated rows.
 *
 * @param bare the databases before each step, without these rows
 * @param filling fills copies of them
 * @param index the place of the step
 * @param plan the rows
 * @param failure how it failed over them
 * @param known the verdict on the step without rows
 * @param trials try the same script over other rows
 */
record FailureOverRows(
        RoundTripContext context,
        StateCopies bare,
        CopyFilling filling,
        int index,
        ScriptPair pair,
        FillPlan plan,
        FillDialect dialect,
        PhaseFailure failure,
        MigrationStep known,
        RowTrials trials) {

    private static final int MOST_ROWS = 1000;

    /** The same script, which fails otherwise over other rows. */
    FailureOverRows with(FillPlan rows, PhaseFailure other) {
        return new FailureOverRows(context, bare, filling, index, pair, rows, dialect, other, known, trials);
    }

    /** The schema that it met. */
    Schema before() {
        return known.before();
    }

    Partitions partitions() {
        return Partitions.of(before());
    }

    /** Whether it is known to fail over the rows of a plan as it did; if not, {@link #over} tells. */
    boolean failsAlike(FillPlan tried) throws PhaseFailure {
        return trials.failAlike(tried, failure);
    }

    /** How the script fails over the rows of a plan; empty if it holds. */
    Optional<PhaseFailure> over(FillPlan tried) throws PhaseFailure {
        try (Database copy = filled(tried).copyAfter(index)) {
            return on(copy);
        }
    }

    /** The databases with the rows of a plan. */
    FilledState filled(FillPlan rows) {
        return new FilledState(bare, filling, rows);
    }

    /** How the script fails on a database; empty if it holds, or if the migration before it fails. */
    Optional<PhaseFailure> on(Database copy) {
        try {
            context.run(trials.scripts(), copy, pair);
            return Optional.empty();
        } catch (PhaseFailure fails) {
            return Optional.of(fails).filter(trials.scripts()::isFailureOfLast);
        }
    }

    /** The text of the script that fails. */
    String text() {
        return trials.scripts().last(pair).text();
    }

    /** The rows of tables in a database with this schema, by their names; of a table that holds very many, none. */
    Map<String, TableRows> rows(Database database, Schema schema, Set<String> tables) {
        try (Connection connection = database.dataSource().getConnection()) {
            return context.dialect().rows(connection).readAll(schema, tables, MOST_ROWS);
        } catch (SQLException e) {
            throw new MigrationsException("The rows cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether a table has rows without generated ones, of earlier migrations or of the settings. */
    boolean hasRowsOfItsOwn(String table) throws PhaseFailure {
        Set<String> leaves = partitions().leaves(table);
        try (Database copy = bare.copyAfter(index)) {
            Map<String, TableRows> rows = rows(copy, before(), leaves);
            return !rows.keySet().containsAll(leaves)
                    || rows.values().stream().anyMatch(each -> !each.rows().isEmpty());
        }
    }

    /** Those of the rows that go into some tables or their partitions, and into the ones that these refer to. */
    FillPlan alone(Set<String> tables) {
        return in(parents().with(tables));
    }

    /** Those that go into one table, and into the ones that it refers to before the migration or behind it. */
    FillPlan aloneOfBoth(String table) throws PhaseFailure {
        return in(parentsOfBoth().with(Set.of(table)));
    }

    private FillPlan in(Set<String> needed) {
        Partitions partitions = partitions();
        return plan.withTables(name -> partitions.wholes(name).stream().anyMatch(needed::contains)
                && plan.wanted().test(name));
    }

    ReferredTables parents() {
        return ReferredTables.of(before());
    }

    /** Those before the migration and those behind it. */
    ReferredTables parentsOfBoth() throws PhaseFailure {
        return parents().and(ReferredTables.of(trials.schema(), trials.names()));
    }

    /** The tables whose rows may be why, the likeliest first. */
    List<String> suspects() {
        return new SuspectedTables(this).inOrder();
    }
}

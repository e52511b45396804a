package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.FilledTable;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.orphans.TableLink;
import dev.switchback.schema.orphans.TableLinks;
import dev.switchback.text.WholeWord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The failure of a migration over generated rows.
 *
 * @param bare the databases before each step, without these rows
 * @param index the place of the step
 * @param plan the rows
 * @param failure how it failed over them
 * @param known the verdict on the step without rows
 * @param trials try the same migration over other rows
 */
record FailureOverRows(
        RoundTripContext context,
        StateCopies bare,
        int index,
        ScriptPair pair,
        FillPlan plan,
        FillDialect dialect,
        PhaseFailure failure,
        MigrationStep known,
        RowTrials trials) {

    private static final int MOST_TABLES = 4;
    private static final int MOST_ROWS = 1000;

    /** The same migration, which fails otherwise over other rows. */
    FailureOverRows with(FillPlan rows, PhaseFailure other) {
        return new FailureOverRows(context, bare, index, pair, rows, dialect, other, known, trials);
    }

    /** The schema that it met. */
    Schema before() {
        return known.before();
    }

    /** Whether it is known to fail over the rows of a plan as it did; if not, {@link #over} tells. */
    boolean failsAlike(FillPlan tried) throws PhaseFailure {
        return trials.failAlike(tried, failure);
    }

    /** How the migration fails over the rows of a plan; empty if it holds. */
    Optional<PhaseFailure> over(FillPlan tried) throws PhaseFailure {
        try (Database copy = new FilledState(bare, tried).copyAfter(index)) {
            return on(copy);
        }
    }

    /** How the migration fails on a database; empty if it holds. */
    Optional<PhaseFailure> on(Database copy) {
        try {
            context.up(copy, pair);
            return Optional.empty();
        } catch (PhaseFailure fails) {
            return Optional.of(fails);
        }
    }

    /** The rows of tables in a database with this schema, by their names; of a table that holds very many, none. */
    Map<String, TableRows> rows(Database database, Schema schema, Set<String> tables) {
        try (Connection connection = database.dataSource().getConnection()) {
            return context.dialect().rows(connection).readAll(schema, tables, MOST_ROWS);
        } catch (SQLException e) {
            throw new MigrationsException("The rows cannot be read: " + e.getMessage(), e);
        }
    }

    /** Those of the rows that go into one table or its partitions, and into the ones that it refers to. */
    FillPlan alone(String table) {
        Set<String> needed = withParents(Set.of(table));
        Partitions partitions = Partitions.of(before());
        return plan.withTables(name -> partitions.wholes(name).stream().anyMatch(needed::contains)
                && plan.wanted().test(name));
    }

    /** The table that the server names, if it was there before, then those that the failing statement and the script name. */
    List<String> suspects() {
        Stream<String> named =
                Stream.of(failure.error().words(), pair.up().text()).flatMap(this::tablesIn);
        return parentsFirst(Stream.concat(refusing().stream(), named)
                .distinct()
                .limit(MOST_TABLES)
                .toList());
    }

    private Stream<String> tablesIn(String words) {
        return before().objects(ObjectKind.TABLE).stream()
                .filter(table -> WholeWord.isIn(words, table.name().name()))
                .map(table -> table.name().qualified());
    }

    /**
     * A table comes with rows of those that it refers to, and what these do is not to be laid at its door. Of tables that refer to
     * each other none is before the other.
     */
    private List<String> parentsFirst(List<String> tables) {
        List<String> ordered = new ArrayList<>();
        for (String table : tables) {
            int place = 0;
            while (place < ordered.size() && !isParent(table, ordered.get(place))) {
                place++;
            }
            ordered.add(place, table);
        }
        return ordered;
    }

    private boolean isParent(String table, String other) {
        return withParents(Set.of(other)).contains(table)
                && !withParents(Set.of(table)).contains(other);
    }

    /** The table that the server names; of a partition, the table that the script names instead. */
    private Optional<String> refusing() {
        return failure.refusal().flatMap(dialect::table).flatMap(named -> {
            Set<String> wholes = Partitions.of(before()).wholes(named);
            List<String> there = before().objects(ObjectKind.TABLE).stream()
                    .filter(table -> wholes.contains(table.name().qualified()))
                    .sorted(Comparator.comparing(table ->
                            !WholeWord.isIn(pair.up().text(), table.name().name())))
                    .map(table -> table.name().qualified())
                    .toList();
            return there.contains(named) ? there.stream().findFirst() : Optional.empty();
        });
    }

    /** A foreign key in which no row has a value, since the table that it refers to has none, if the failing statement names a column of it. */
    Optional<TableLink> keyWithoutParent(String table, GeneratedRowsReport report) {
        Set<String> unfilled = report.refused().stream()
                .filter(each -> !each.hasRowsAlready())
                .map(FilledTable::table)
                .collect(Collectors.toSet());
        return TableLinks.ofForeignKeys(before()).stream()
                .filter(link -> link.table().name().qualified().equals(table))
                .filter(link -> unfilled.contains(link.parent().name().qualified()))
                .filter(link -> link.columns().stream()
                        .anyMatch(column -> WholeWord.isIn(failure.error().words(), column)))
                .findFirst();
    }

    /** Tables, and those that they refer to. */
    Set<String> withParents(Set<String> tables) {
        List<TableLink> links = TableLinks.ofForeignKeys(before());
        Set<String> all = new LinkedHashSet<>(tables);
        List<String> due = new ArrayList<>(all);
        while (!due.isEmpty()) {
            String next = due.remove(due.size() - 1);
            for (TableLink link : links) {
                String parent = link.parent().name().qualified();
                if (link.table().name().qualified().equals(next) && all.add(parent)) {
                    due.add(parent);
                }
            }
        }
        return all;
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillableTables;
import dev.switchback.filling.RowHint;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hints for the rows to be generated: a hint of a file holds wherever there is such a column, one of a migration from there
 * on. Thread-safe.
 */
final class RowHints {

    private final RoundTripContext context;
    private final FillDialect dialect;
    private final List<RowHint> ofFile;
    private final Set<RowHint> understood = ConcurrentHashMap.newKeySet();
    private volatile boolean isTrusted;

    RowHints(RoundTripContext context, FillDialect dialect, List<RowHint> ofFile) {
        this.context = context;
        this.dialect = dialect;
        this.ofFile = List.copyOf(ofFile);
    }

    /** An earlier run with the same hints has judged steps, and so understood all of the file's. */
    void trust() {
        isTrusted = true;
    }

    boolean areInFile() {
        return !ofFile.isEmpty();
    }

    /** The hints that speak of something after so many migrations. */
    List<RowHint> at(StateCopies states, int count) throws PhaseFailure {
        List<RowHint> all = new ArrayList<>(ofFile);
        context.pairs().subList(0, count).forEach(earlier -> all.addAll(earlier.rowHints()));
        if (all.isEmpty()) {
            return List.of();
        }
        try (Database copy = states.copyAfter(count)) {
            Map<RowHint, String> problems = problems(copy, all);
            List<RowHint> known =
                    all.stream().filter(hint -> !problems.containsKey(hint)).toList();
            understood.addAll(known);
            return known;
        }
    }

    /** The hints of a migration that do not speak of what is there after it. */
    List<Finding> wrong(StateCopies states, int index, ScriptPair pair) throws PhaseFailure {
        if (pair.rowHints().isEmpty()) {
            return List.of();
        }
        try (Database copy = states.copyAfter(index)) {
            context.up(copy, pair);
            return problems(copy, pair.rowHints()).entrySet().stream()
                    .map(entry -> GeneratedRowsFindings.wrong(pair, entry.getKey(), entry.getValue()))
                    .toList();
        } catch (PhaseFailure failsAnyway) {
            return List.of();
        }
    }

    /** The hints of the file that speak of nothing in any version, asked when all have been seen. */
    List<Finding> wrongInFile() {
        List<RowHint> open =
                ofFile.stream().filter(hint -> !understood.contains(hint)).toList();
        if (open.isEmpty() || isTrusted) {
            return List.of();
        }
        try (ForwardOnlyDatabase forward = new ForwardOnlyDatabase(context);
                Database newest = forward.copyAfter(context.pairs().size())) {
            return problems(newest, open).entrySet().stream()
                    .map(entry -> GeneratedRowsFindings.wrongInFile(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (PhaseFailure theNewestIsOutOfReach) {
            return List.of();
        }
    }

    private Map<RowHint, String> problems(Database database, List<RowHint> all) {
        Map<RowHint, String> problems = new LinkedHashMap<>();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            FillableTables tables = dialect.tables(connection, table -> true);
            for (RowHint hint : all) {
                Optional<String> problem = tables.problem(connection, hint);
                problem.ifPresent(said -> problems.put(hint, said));
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new MigrationsException("The hints for rows cannot be read: " + e.getMessage(), e);
        }
        return problems;
    }
}

package dev.switchback.cli;

import dev.switchback.migration.Migration;
import dev.switchback.migration.Migrations;
import dev.switchback.migration.drift.StateCopy;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * The migrations that a rollback would undo, and the losses by that.
 *
 * @param undone in the order in which they are undone
 * @param losses a line for each table and each column that goes, with the rows that it has
 */
record RollbackPlan(List<Migration> undone, List<String> losses) {

    /** Undoes on a copy without rows; the database itself is only read. */
    static RollbackPlan of(TargetDatabase target, Server server, Optional<String> version) {
        try (Database copy = server.create();
                Connection here = copy.dataSource().getConnection();
                Connection there = target.source().getConnection()) {
            there.setReadOnly(true);
            Configuration own = target.configuration(copy.dataSource());
            StateCopy.make(target.source(), own);
            Migrations migrations =
                    Migrations.of(new Flyway(own)).withUndo(target.undo().toArray(String[]::new));
            Schema before = migrations.schema(here);
            List<Migration> undone = version.isPresent() ? migrations.down(version.get()) : List.of(migrations.down());
            return new RollbackPlan(undone, losses(SchemaDiff.between(before, migrations.schema(here)), there));
        } catch (SQLException e) {
            throw CommandException.environment("The database cannot be read: " + e.getMessage());
        }
    }

    private static List<String> losses(SchemaDiff diff, Connection there) throws SQLException {
        Set<String> tables = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (Change change : diff.changes()) {
            if (change instanceof Change.Removed && change.name().kind() == ObjectKind.TABLE) {
                tables.add(change.name().qualified());
                ObjectName name = change.name();
                count("SELECT count(*) FROM " + quoted(name.schema(), name.name()), there)
                        .ifPresent(rows -> lines.add("table " + name.qualified() + " with " + rows(rows)));
            }
        }
        for (Change change : diff.changes()) {
            ObjectName name = change.name();
            if (change instanceof Change.Removed
                    && name.kind() == ObjectKind.COLUMN
                    && !tables.contains(name.qualifiedParent())) {
                count("SELECT count(" + quoted(name.name()) + ") FROM " + quoted(name.schema(), name.parent()), there)
                        .ifPresent(rows -> lines.add("column " + name.qualified() + " with values in " + rows(rows)));
            }
        }
        return lines;
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    /** Empty for what is not in the database. */
    private static Optional<Long> count(String query, Connection there) {
        try (Statement statement = there.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return Optional.of(found.getLong(1));
        } catch (SQLException isNotThere) {
            return Optional.empty();
        }
    }

    private static String quoted(String... names) {
        return List.of(names).stream()
                .map(name -> "\"" + name.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining("."));
    }

    /** The warning. */
    @Override
    public String toString() {
        String names = undone.stream().map(DatabaseStatus::name).collect(Collectors.joining(", "));
        return (undone.isEmpty() ? "Nothing is to be undone.\n" : "To be undone: " + names + ".\n")
                + (losses.isEmpty()
                        ? "No table and no column is lost.\n"
                        : "This loses, for good:\n" + String.join("\n", losses).indent(2))
                + "Rows that the undo scripts delete or change are not counted.\n";
    }
}

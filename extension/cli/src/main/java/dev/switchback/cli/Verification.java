package dev.switchback.cli;

import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.drift.Drift;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.SchemaException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * The looks that are taken after migrations were applied.
 *
 * @param before the rows that there were
 * @param orphans the rows that referred to nothing then
 */
record Verification(TargetDatabase target, Server server, RowCounts before, List<String> orphans) {

    static Verification begin(TargetDatabase target, Server server) {
        try (Connection connection = target.source().getConnection()) {
            return new Verification(
                    target, server, RowCounts.in(connection, target.historyTable(connection)), Orphans.in(connection));
        } catch (SQLException e) {
            throw CommandException.environment(
                    "The rows cannot be counted, and nothing was applied: " + e.getMessage());
        }
    }

    /** Failures of the verification; the tables with another number of rows are told. */
    List<String> failures(PrintWriter out) {
        List<String> failures = new ArrayList<>();
        try (Connection connection = target.source().getConnection()) {
            before.changesTo(RowCounts.in(connection, target.historyTable(connection)))
                    .forEach(line -> out.println("Rows: " + line));
            Orphans.in(connection).stream()
                    .filter(line -> !orphans.contains(line))
                    .forEach(failures::add);
        } catch (SQLException e) {
            failures.add("The rows cannot be counted: " + e.getMessage());
        }
        try (Database empty = server.create()) {
            Drift drift = Drift.between(target.source(), new Flyway(target.configuration(empty.dataSource())));
            if (!drift.isEmpty()) {
                failures.add(drift.toString().stripTrailing());
            }
        } catch (MigrationsException | SchemaException e) {
            failures.add("The schema cannot be compared: " + e.getMessage());
        }
        if (failures.isEmpty()) {
            out.println(
                    "Verified: the schema is what the migrations make on an empty database, and no row has come to refer to nothing.");
        }
        return failures;
    }
}

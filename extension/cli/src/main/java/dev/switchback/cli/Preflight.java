package dev.switchback.cli;

import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.drift.Drift;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.SchemaException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The checks before migrations are applied.
 *
 * @param openFor the seconds that a transaction may have been open
 */
record Preflight(TargetDatabase target, Server server, BackupOptions backups, Environment environment, int openFor) {

    private static final String NOT_OWNED =
            """
            SELECT format('%s.%s, which belongs to %s', nspname, relname, pg_get_userbyid(relowner))
            FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
            WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT pg_has_role(relowner, 'USAGE')
              AND nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg\\_toast%'
              AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
            ORDER BY 1
            """;

    private static final String OPEN =
            """
            SELECT format('process %s, role %s, %s, for %s s: %s', pid, usename, state,
                          extract(epoch FROM now() - xact_start)::int, left(regexp_replace(query, '\\s+', ' ', 'g'), 80))
            FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < now() - make_interval(secs => ?)
            ORDER BY xact_start
            """;

    /**
     * One check.
     *
     * @param what a clause that says what holds
     * @param problems what keeps it from holding, a line or more each
     */
    record Check(String what, List<String> problems) {

        Check {
            problems = List.copyOf(problems);
        }

        boolean holds() {
            return problems.isEmpty();
        }

        @Override
        public String toString() {
            return (holds() ? "ok    " : "FAIL  ")
                    + what
                    + (holds()
                            ? ""
                            : "\n" + String.join("\n", problems).indent(8).stripTrailing());
        }
    }

    List<Check> checks() {
        DatabaseStatus standing = DatabaseStatus.of(target);
        List<Check> checks = new ArrayList<>();
        try (Connection connection = target.source().getConnection()) {
            connection.setReadOnly(true);
            checks.add(new Check(
                    "nothing was left by a call that broke off, and no other one goes on", standing.troubles()));
            checks.add(new Check("the files are those of the history", invalid()));
            checks.add(new Check("the schema is what its migrations make", drift()));
            checks.add(new Check("each pending migration has an undo", withoutUndo(standing)));
            checks.add(new Check("the role may change what is there", lines(connection, NOT_OWNED)));
            checks.add(new Check("no transaction has been open for more than " + openFor + " s", open(connection)));
            checks.add(new Check("a backup can be made", backup()));
        } catch (SQLException e) {
            throw CommandException.environment("The database cannot be read: " + e.getMessage());
        }
        return checks;
    }

    private List<String> invalid() {
        FluentConfiguration flyway = Flyway.configure(target.settings().getClassLoader())
                .configuration(target.settings())
                .ignoreMigrationPatterns("*:pending");
        return QuietFlyway.load(flyway).validateWithResult().invalidMigrations.stream()
                .map(invalid -> invalid.errorDetails.errorMessage)
                .toList();
    }

    private List<String> drift() {
        if (target.migrations().history().isEmpty()) {
            return List.of();
        }
        try (Database empty = server.create()) {
            Drift drift = Drift.between(target.source(), new Flyway(target.configuration(empty.dataSource())));
            return drift.isEmpty() ? List.of() : List.of(drift.toString().strip());
        } catch (MigrationsException | SchemaException e) {
            return List.of(String.valueOf(e.getMessage()).strip());
        }
    }

    private List<String> withoutUndo(DatabaseStatus standing) {
        List<MigrationVersion> pending = standing.pending().migrations().stream()
                .filter(migration -> !migration.version().isEmpty())
                .map(migration -> MigrationVersion.fromVersion(migration.version()))
                .toList();
        return ScriptScan.of(target.settings(), target.undo(), target.source()).pairs().stream()
                .filter(pair -> pair.undo().isEmpty())
                .filter(pair -> pending.contains(
                        MigrationVersion.fromVersion(pair.migration().version())))
                .map(pair -> pair.migration().displayName() + " has none: it cannot be rolled back")
                .toList();
    }

    private static List<String> lines(Connection connection, String query) throws SQLException {
        try (ResultSet found = connection.createStatement().executeQuery(query)) {
            return lines(found);
        }
    }

    private List<String> open(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OPEN)) {
            query.setInt(1, openFor);
            try (ResultSet found = query.executeQuery()) {
                return lines(found);
            }
        }
    }

    private static List<String> lines(ResultSet found) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (found.next()) {
            lines.add(found.getString(1));
        }
        return lines;
    }

    private List<String> backup() {
        try {
            Backup.prepare(target, backups, true, environment);
            return List.of();
        } catch (CommandException e) {
            return Stream.of(String.valueOf(e.getMessage()).split("\n")).toList();
        }
    }
}

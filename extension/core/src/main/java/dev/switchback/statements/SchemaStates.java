package dev.switchback.statements;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Migrations;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.rows.RowSources;
import dev.switchback.migration.run.MigrateRun;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Migrates a database from the old schema to the new one, and tries the statements on each schema on the way. */
final class SchemaStates {

    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private final Server server;
    private final Configuration flyway;
    private final StatementSettings settings;
    private final List<ApplicationStatement> statements;
    private final StatementDialect dialect;

    SchemaStates(
            Server server, Configuration flyway, StatementSettings settings, List<ApplicationStatement> statements) {
        this.server = server;
        this.flyway = flyway;
        this.settings = settings;
        this.statements = statements;
        this.dialect = StatementDialect.ofProduct(server.product());
    }

    /** The states, the old schema first, each after the one before. */
    List<SchemaState> run() {
        try (Database database = server.create()) {
            MigrationScripts scripts = ScriptScan.of(flyway, List.of(), database.dataSource());
            VersionWindow window = VersionWindow.of(settings, scripts.migrations());
            RowSources rows = new RowSources(settings.rowsUpTo(window.old().version()), scripts.migrations());
            Migrations migrations = Migrations.of(
                    QuietFlyway.load(configuration(database.dataSource())).flyway());
            for (int index : rows.indexes()) {
                migrations.up(scripts.migrations().get(index).version());
                rows.insertAfter(index + 1, database);
            }
            return states(window, migrations, database, !scripts.repeatables().isEmpty());
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    private List<SchemaState> states(
            VersionWindow window, Migrations migrations, Database database, boolean haveRepeatables)
            throws SQLException {
        List<SchemaState> states = new ArrayList<>();
        List<Migration> all = new ArrayList<>();
        all.add(window.old());
        all.addAll(window.migrations());
        Optional<Schema> before = Optional.empty();
        for (Migration migration : all) {
            migrations.up(migration.version());
            Schema schema = read(database);
            SchemaDiff difference = SchemaDiff.between(before.orElse(schema), schema);
            before = Optional.of(schema);
            boolean isNewest = window.isNewest() && migration.equals(all.get(all.size() - 1));
            states.add(
                    haveRepeatables
                            ? withRepeatables(migration, difference, database, isNewest)
                            : new SchemaState(migration, difference, trials(database), ""));
        }
        return states;
    }

    private Schema read(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Schema.read(connection)
                    .without(HistoryTable.of(flyway, flyway.getTable(), connection)
                            .qualifiedName());
        }
    }

    /** Repeatable migrations are made for the newest schema; on an older one they run as far as they can, on a copy. */
    private SchemaState withRepeatables(Migration migration, SchemaDiff difference, Database database, boolean isNewest)
            throws SQLException {
        try (Database copy = server.copy(database)) {
            DataSource source = copy.dataSource();
            FluentConfiguration target = configuration(source);
            if (!isNewest) {
                target.target(MigrationVersion.fromVersion(migration.version()));
            }
            Optional<Finding> failure = new MigrateRun(
                            target, source, MigrationDialect.ofProductOf(source), Optional.of(TIME_LIMIT))
                    .migrate();
            if (isNewest && failure.isPresent()) {
                throw new MigrationsException(failure.get().text().strip());
            }
            return new SchemaState(
                    migration,
                    difference,
                    trials(copy),
                    failure.map(why -> "The repeatable migrations do not all run on the schema of version %s: %s"
                                    .formatted(migration.version(), why.title()))
                            .orElse(""));
        }
    }

    private Map<ApplicationStatement, List<Trial>> trials(Database database) throws SQLException {
        Map<ApplicationStatement, List<Trial>> all = new LinkedHashMap<>();
        try (StatementTrials trials = StatementTrials.on(database.dataSource(), dialect, settings.role())) {
            for (ApplicationStatement statement : statements) {
                List<Trial> calls = new ArrayList<>();
                for (List<StatementValue> call : statement.calls()) {
                    calls.add(trials.of(statement, call));
                }
                all.put(statement, calls);
            }
        }
        return all;
    }

    private FluentConfiguration configuration(DataSource database) {
        return Flyway.configure(flyway.getClassLoader()).configuration(flyway).dataSource(database);
    }
}

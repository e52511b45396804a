package dev.switchback.benchmarks.roundtrip;

import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.client.PgDump;
import dev.switchback.benchmarks.history.Script;
import dev.switchback.benchmarks.history.Scripts;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/**
 * A round trip written without Switchback: a call of Flyway for each phase and {@code pg_dump} between them. Undo scripts run
 * as the only migration of a second history. Rows are not compared, and a step whose undo is wrong would spoil the next.
 */
record ByHand(Server server, Scripts scripts) implements Contender {

    @Override
    public Duration run() throws Exception {
        try (Database database = server.create()) {
            return Contender.time(() -> {
                String before = schema(database);
                for (Script script : scripts.all()) {
                    up(database, script);
                    String after = schema(database);
                    down(database, script);
                    requireEqual(before, schema(database), script);
                    up(database, script);
                    before = schema(database);
                    requireEqual(after, before, script);
                }
            });
        }
    }

    private void up(Database database, Script script) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations(scripts.location())
                .target(Integer.toString(script.version()))
                .load()
                .migrate();
    }

    private void down(Database database, Script script) throws Exception {
        Flyway.configure()
                .dataSource(database.dataSource())
                .sqlMigrationPrefix("U")
                .resourceProvider(new OneFile(scripts.folder().resolve(script.downFile())))
                .table("undo_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM flyway_schema_history WHERE version = '" + script.version() + "'");
            statement.execute("DROP TABLE undo_history");
        }
    }

    /** Without Flyway's own table, which is not there at the beginning. */
    private static String schema(Database database) throws Exception {
        return PgDump.of(database, "--schema-only", "--exclude-table=flyway_schema_history");
    }

    private static void requireEqual(String expected, String found, Script script) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(script.name() + " is generated to hold");
        }
    }
}

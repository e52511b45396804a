package dev.switchback.benchmarks.roundtrip;

import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.history.Script;
import dev.switchback.benchmarks.history.Scripts;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

/** The same scripts up, down and up over one connection, a transaction and a call of the driver each, and not one check. */
record Raw(Server server, Scripts scripts) implements Contender {

    @Override
    public Duration run() throws Exception {
        try (Database database = server.create();
                Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            return Contender.time(() -> {
                for (Script script : scripts.all()) {
                    execute(connection, script.up());
                    execute(connection, script.down());
                    execute(connection, script.up());
                }
            });
        }
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }
}

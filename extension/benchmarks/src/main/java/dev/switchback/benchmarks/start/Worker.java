package dev.switchback.benchmarks.start;

import dev.switchback.benchmarks.Jvm;
import dev.switchback.provision.Database;
import dev.switchback.provision.KeptTemplates;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.provision.Template;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** A CI worker against a server of the team: a template that workers of the same number share, and a copy for each test. */
public final class Worker {

    private Worker() {}

    /** The server's URL, user and password, the location of the migrations, the number of tests, and a number that shares templates. */
    public static void main(String[] arguments) throws SQLException {
        ServerRequest request = ServerRequest.defaults()
                .withOptions(Map.of(
                        "switchback.url", arguments[0],
                        "switchback.user", arguments[1],
                        "switchback.password", arguments[2]))
                .withTemplates(new KeptTemplates("", "", Optional.empty()));
        long begun = System.nanoTime();
        try (Server server = Server.start(ServerProviders.installed().choose("url"), request)) {
            Template template = server.template("worker", arguments[5], database -> Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations(arguments[3])
                    .load()
                    .migrate());
            for (int test = 0; test < Integer.parseInt(arguments[4]); test++) {
                try (Database copy = template.clone();
                        Connection connection = copy.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE of_the_test AS SELECT 1");
                }
            }
            Jvm.tell(System.nanoTime() - begun);
        }
    }
}

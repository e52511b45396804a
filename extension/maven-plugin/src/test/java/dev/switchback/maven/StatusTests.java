package dev.switchback.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

/** The database that status is told, and who may read it. */
class StatusTests {

    private static final FlywayOfMaven NOTHING = new FlywayOfMaven(Map.of(), Map.of(), Map.of());
    private static final FlywayOfMaven FLYWAY = new FlywayOfMaven(
            Map.of("flyway.url", "jdbc:postgresql://db/shop", "flyway.user", "owner", "flyway.password", "sesame"),
            Map.of(),
            Map.of());

    private final StatusMojo status = new StatusMojo();

    StatusTests() {
        Server server = new Server();
        server.setId("production");
        server.setUsername("app");
        server.setPassword("{encrypted}");
        status.settings.addServer(server);
        inject(status);
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no Maven here
    private static void inject(CredentialsMojo goal) {
        goal.decrypter = StatusTests::decrypted;
    }

    private static SettingsDecryptionResult decrypted(SettingsDecryptionRequest request) {
        Server plain = request.getServers().get(0).clone();
        plain.setPassword(plain.getPassword().replace("{encrypted}", "plain"));
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return plain;
            }

            @Override
            public List<Server> getServers() {
                return List.of(plain);
            }

            @Override
            public Proxy getProxy() {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Proxy> getProxies() {
                return List.of();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return List.of();
            }
        };
    }

    private Map<String, String> variables(FlywayOfMaven flyway, Map<String, String> environment)
            throws MojoExecutionException {
        Map<String, String> variables = new HashMap<>(environment);
        status.addVariables(variables, flyway);
        return variables;
    }

    private static Map<String, String> database(String url, String user, String password) {
        return Map.of("SWITCHBACK_URL", url, "SWITCHBACK_USER", user, "SWITCHBACK_PASSWORD", password);
    }

    @Test
    void theParametersGoBeforeEverything() throws MojoExecutionException {
        status.url = "jdbc:postgresql://db/own";
        status.user = "me";
        status.serverId = "production";

        assertThat(variables(FLYWAY, database("jdbc:postgresql://db/variable", "you", "x")))
                .isEqualTo(database("jdbc:postgresql://db/own", "me", "plain"));
    }

    @Test
    void theEnvironmentGoesBeforeFlyway() throws MojoExecutionException {
        Map<String, String> environment = Map.of("SWITCHBACK_URL", "jdbc:postgresql://db/variable");

        assertThat(variables(FLYWAY, environment)).isEqualTo(environment);
    }

    @Test
    void flywayComesWithItsUserAndPassword() throws MojoExecutionException {
        assertThat(variables(FLYWAY, Map.of())).isEqualTo(database("jdbc:postgresql://db/shop", "owner", "sesame"));
        assertThat(status.settings(FLYWAY).plugin()).isEmpty();
    }

    @Test
    void settingsHaveUserAndPasswordEncrypted() throws MojoExecutionException {
        FlywayOfMaven flyway = new FlywayOfMaven(
                Map.of("flyway.url", "jdbc:postgresql://db/shop", "flyway.serverId", "production"), Map.of(), Map.of());
        assertThat(variables(flyway, Map.of())).isEqualTo(database("jdbc:postgresql://db/shop", "app", "plain"));

        status.serverId = "production";
        assertThat(variables(NOTHING, Map.of()))
                .isEqualTo(Map.of("SWITCHBACK_USER", "app", "SWITCHBACK_PASSWORD", "plain"));
    }

    @Test
    void anUnknownServerIsRefused() {
        status.serverId = "prod";

        assertThatThrownBy(() -> variables(NOTHING, Map.of()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("settings.xml has no server 'prod'. Add one with that id, a username and a password.");
    }

    @Test
    void theServerOfOtherGoalsHasItsOwnNames() throws MojoExecutionException {
        CheckMojo check = new CheckMojo();
        check.settings = status.settings;
        inject(check);
        check.serverId = "production";
        Map<String, String> variables = new HashMap<>();

        check.addVariables(variables, FLYWAY);

        assertThat(variables).isEqualTo(Map.of("SWITCHBACK_SERVER_USER", "app", "SWITCHBACK_SERVER_PASSWORD", "plain"));
    }
}

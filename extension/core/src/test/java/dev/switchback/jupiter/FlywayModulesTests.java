package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.migration.MigrationsException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlywayModulesTests {

    private static final String MODULE = "flyway-database-postgresql";

    @Test
    void aMissingModuleIsNamedWithItsDependency() {
        assertThatThrownBy(() -> FlywayModules.check(MODULE, Optional.of("12.1.0"), Optional.empty()))
                .isInstanceOf(MigrationsException.class)
                .hasMessage(
                        """
                        Flyway cannot talk to this database: org.flywaydb:flyway-database-postgresql is not on the class path. Add it:

                          <dependency>
                            <groupId>org.flywaydb</groupId>
                            <artifactId>flyway-database-postgresql</artifactId>
                            <version>12.1.0</version>
                            <scope>test</scope>
                          </dependency>

                          testRuntimeOnly("org.flywaydb:flyway-database-postgresql:12.1.0")""");
    }

    @Test
    void anotherMajorVersionIsRefused() {
        assertThatThrownBy(() -> FlywayModules.check(MODULE, Optional.of("12.1.0"), Optional.of("10.22.0")))
                .isInstanceOf(MigrationsException.class)
                .hasMessage(
                        """
                        org.flywaydb:flyway-database-postgresql is 10.22.0, but org.flywaydb:flyway-core is 12.1.0. Give both the same version:

                          <dependency>
                            <groupId>org.flywaydb</groupId>
                            <artifactId>flyway-database-postgresql</artifactId>
                            <version>12.1.0</version>
                            <scope>test</scope>
                          </dependency>

                          testRuntimeOnly("org.flywaydb:flyway-database-postgresql:12.1.0")""");
    }

    @Test
    void anotherMinorVersionIsGoodEnough() {
        assertThatCode(() -> FlywayModules.check(MODULE, Optional.of("12.1.0"), Optional.of("12.0.3")))
                .doesNotThrowAnyException();
    }

    @Test
    void theVersionsOnTheClassPathAreFound() {
        assertThatCode(() -> FlywayModules.check("PostgreSQL")).doesNotThrowAnyException();
        assertThatThrownBy(() -> FlywayModules.check("Oracle"))
                .hasMessageContaining("org.flywaydb:flyway-database-oracle is not on the class path");
    }
}

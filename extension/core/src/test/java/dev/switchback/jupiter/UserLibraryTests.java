package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserLibraryTests {

    private static final UserLibrary FLYWAY =
            new UserLibrary("Flyway", "org.flywaydb", "flyway-core", "10", "10.22.0", "flyway.version");

    @Test
    void anOlderVersionIsRefusedWithWhatToDeclare() {
        assertThatThrownBy(() -> FLYWAY.check(Optional.of("9.22.3")))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        """
                        Flyway 9.22.3 is on the class path, but Switchback works with 10 and newer. Declare a newer one:

                          <dependency>
                            <groupId>org.flywaydb</groupId>
                            <artifactId>flyway-core</artifactId>
                            <version>10.22.0</version>
                            <scope>test</scope>
                          </dependency>

                          testImplementation("org.flywaydb:flyway-core:10.22.0")

                        Where Spring Boot's parent says the version, set its property: <flyway.version>10.22.0</flyway.version>""");
    }

    @ParameterizedTest
    @CsvSource({"10", "10.0.0", "10.22.0", "13.12.0"})
    void theOldestAndNewerOnesAreTaken(String version) {
        assertThatCode(() -> FLYWAY.check(Optional.of(version))).doesNotThrowAnyException();
    }

    @Test
    void aJarThatSaysNoVersionIsTaken() {
        assertThatCode(() -> FLYWAY.check(Optional.empty())).doesNotThrowAnyException();
    }

    @Test
    void theVersionsOnTheClassPathAreFound() {
        assertThat(JarVersions.ofModule("org.flywaydb", "flyway-core")).isPresent();
        assertThat(JarVersions.ofModule("org.jooq", "jooq")).isPresent();
        assertThat(JarVersions.ofModule("org.assertj", "assertj-core")).isPresent();
        assertThat(JarVersions.ofClass("org.junit.jupiter.api.Test")).isPresent();
        assertThatCode(UserLibrary::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"5.12.2, 5.12, 0", "5.9.1, 5.12, -1", "6.0.0, 5.12, 1", "10.0.0-beta1, 10, 0", "3.17, 3.18.1, -1"})
    void versionsAreComparedByTheirNumbers(String left, String right, int result) {
        assertThat(Integer.signum(JarVersions.compare(left, right))).isEqualTo(result);
    }
}

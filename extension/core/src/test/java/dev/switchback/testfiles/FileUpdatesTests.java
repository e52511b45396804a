package dev.switchback.testfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileUpdatesTests {

    private static final Map<String, String> NO_ENVIRONMENT = Map.of();

    @Test
    void nothingIsWrittenUnlessItIsAskedFor() {
        assertThat(updates(Optional.empty(), NO_ENVIRONMENT)).isEqualTo(FileUpdates.OFF);
        assertThat(updates(Optional.of("compare"), NO_ENVIRONMENT)).isEqualTo(FileUpdates.OFF);
        assertThat(updates(Optional.of(" update "), NO_ENVIRONMENT)).isEqualTo(FileUpdates.ON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "woodpecker"})
    void nothingIsEverWrittenWhereCiIsSet(String ci) {
        assertThat(updates(Optional.of("update"), Map.of("CI", ci))).isEqualTo(FileUpdates.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "false", "False"})
    void ciMayBeSetToNothing(String ci) {
        assertThat(updates(Optional.of("update"), Map.of("CI", ci))).isEqualTo(FileUpdates.ON);
    }

    @Test
    void aValueThatMeansNothingIsRefused() {
        assertThatThrownBy(() -> updates(Optional.of("yes"), NO_ENVIRONMENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("switchback.frozen = 'yes': must be update, or compare, which is the default");
    }

    private static FileUpdates updates(Optional<String> said, Map<String, String> environment) {
        return FileUpdates.of("switchback.frozen", said, environment::get);
    }
}

package dev.switchback.schema.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileUpdatesTests {

    @Test
    void nothingIsWrittenUnlessItIsAskedFor() {
        assertThat(FileUpdates.of(Optional.empty(), Map.<String, String>of()::get))
                .isEqualTo(FileUpdates.OFF);
        assertThat(FileUpdates.of(Optional.of("compare"), Map.<String, String>of()::get))
                .isEqualTo(FileUpdates.OFF);
        assertThat(FileUpdates.of(Optional.of(" update "), Map.<String, String>of()::get))
                .isEqualTo(FileUpdates.ON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "woodpecker"})
    void nothingIsEverWrittenWhereCiIsSet(String ci) {
        assertThat(FileUpdates.of(Optional.of("update"), Map.of("CI", ci)::get)).isEqualTo(FileUpdates.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "false", "False"})
    void ciMayBeSetToNothing(String ci) {
        assertThat(FileUpdates.of(Optional.of("update"), Map.of("CI", ci)::get)).isEqualTo(FileUpdates.ON);
    }

    @Test
    void aValueThatMeansNothingIsRefused() {
        assertThatThrownBy(() -> FileUpdates.of(Optional.of("yes"), Map.<String, String>of()::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("switchback.golden = 'yes': must be update, or compare, which is the default");
    }
}

package dev.switchback.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitsTests {

    @Test
    void areAMinuteForTheEngineAndFiveForTheContainer() {
        assertThat(TimeLimits.from(ServerRequest.defaults()))
                .isEqualTo(new TimeLimits(Duration.ofMinutes(1), Duration.ofMinutes(5)));
    }

    @Test
    void areSetInSeconds() {
        Map<String, String> options = Map.of("switchback.docker.timeout", "5", "switchback.container.timeout", " 90 ");

        assertThat(TimeLimits.from(ServerRequest.defaults().withOptions(options)))
                .isEqualTo(new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "PT5S", "5 s", "9999999999"})
    void areNothingElse(String given) {
        ServerRequest request = ServerRequest.defaults().withOptions(Map.of("switchback.docker.timeout", given));

        assertThatExceptionOfType(ProvisionException.class)
                .isThrownBy(() -> TimeLimits.from(request))
                .withMessage(
                        "switchback.docker.timeout = " + given + " is no time limit.\n\nSet it to whole seconds, such"
                                + " as switchback.docker.timeout = 60 (the default), or leave it out.");
    }
}

package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of {@code --help}, as a newcomer reads them. */
class HelpTests {

    @Test
    void theCommandListsWhatItCanDo() throws IOException {
        assertThat(Call.of("--help")).isEqualTo(new Call(0, golden("switchback"), ""));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandExplainsItself(String command) throws IOException {
        assertThat(Call.of(command, "--help")).isEqualTo(new Call(0, golden(command), ""));
    }

    /** In a subshell, so that its functions are known to nobody else. */
    @Test
    void aShellCompletesTheCommands() throws IOException, InterruptedException {
        Call call = Call.of("generate-completion");
        Process bash = new ProcessBuilder("bash", "-c", "source /dev/stdin && complete -p switchback")
                .redirectErrorStream(true)
                .start();
        bash.getOutputStream().write(call.out().getBytes(StandardCharsets.UTF_8));
        bash.getOutputStream().close();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("_complete_switchback", "switchback");
        assertThat(bash.waitFor()).isZero();
        assertThat(call.out()).contains("rollback", "--verify-after");
    }

    private static Set<String> commands() {
        return Commands.names();
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = HelpTests.class.getResourceAsStream("help/" + name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

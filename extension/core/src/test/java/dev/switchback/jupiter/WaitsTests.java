package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTests {

    private final StringBuilder console = new StringBuilder();
    private long now;

    private Waits waits(boolean isTerminal) {
        return new Waits(console::append, isTerminal, () -> now);
    }

    private void pass(Waits waits, int seconds) {
        IntStream.range(0, seconds).forEach(each -> {
            now += Duration.ofSeconds(1).toNanos();
            waits.tick();
        });
    }

    @Test
    void nothingIsToldOfWhatIsDoneWithinTwoSeconds() {
        Waits waits = waits(false);
        Waits.Wait wait = waits.begin("starts a server", () -> "class shop.OrderTest");
        pass(waits, 1);
        waits.end(wait);
        pass(waits, 60);

        assertThat(console).isEmpty();
    }

    @Test
    void whereThereIsNoTerminalALineIsPrintedAtOnceAndEveryThirtySeconds() {
        Waits waits = waits(false);
        waits.begin("migrates a database", () -> "class shop.OrderTest");
        pass(waits, 61);

        assertThat(console.toString().lines())
                .containsExactly(
                        "Switchback migrates a database, 2 s: class shop.OrderTest",
                        "Switchback migrates a database, 32 s: class shop.OrderTest");
    }

    @Test
    void aTerminalHasALineThatGoesAgain() {
        Waits waits = waits(true);
        Waits.Wait wait = waits.begin("seeds a database", () -> "method shop.OrderTest.pays()");
        pass(waits, 3);
        waits.end(wait);
        pass(waits, 2);

        assertThat(console)
                .hasToString("\u001b[2KSwitchback seeds a database, 2 s: method shop.OrderTest.pays()\r"
                        + "\u001b[2KSwitchback seeds a database, 3 s: method shop.OrderTest.pays()\r"
                        + "\u001b[2K");
    }

    @Test
    void ofSeveralTheLongestIsTold() {
        Waits waits = waits(false);
        waits.begin("starts a server", () -> "class shop.OrderTest");
        pass(waits, 1);
        waits.begin("puts rows back", () -> "class shop.CustomerTest");
        pass(waits, 2);

        assertThat(console.toString().lines()).containsExactly("Switchback starts a server, 2 s: class shop.OrderTest");
    }
}

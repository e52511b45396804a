package dev.switchback.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstLinesTests {

    @Test
    void aTextOfTwelveLinesIsWhole() {
        String text = "line\n".repeat(12);

        assertThat(FirstLines.of(text)).isEqualTo(text);
    }

    @Test
    void aLongerTextIsCut() {
        assertThat(FirstLines.of("line\n".repeat(40))).isEqualTo("line\n".repeat(11) + "... (29 lines more)");
    }
}

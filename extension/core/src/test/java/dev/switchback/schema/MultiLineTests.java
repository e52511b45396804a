package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MultiLineTests {

    @Test
    void theEndOfALastLineIsSeen() {
        assertThat(MultiLine.difference("a\nb", "a\nb\n")).isEqualTo("from line 2 on\n        - b\n        + b\\n");
    }
}

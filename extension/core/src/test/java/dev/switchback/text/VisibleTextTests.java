package dev.switchback.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTests {

    @ParameterizedTest
    @CsvSource({
        "'one two', 'one\u00a0two', one\\u00a0two",
        "'a', 'a ', a·",
        "'a', 'a\n', a\\n",
        "'a\nb', 'a\r\nb', a\\r\\nb",
        "'a b', 'a\tb', a\\tb",
        "'ab', 'a\u200bb', a\\u200bb",
        "'ab', 'a\u0008b', a\\u0008b",
        "'a b', 'a\u3164b', a\\u3164b",
        "'ab', 'a\u034fb', a\\u034fb",
        "'\u00e9', 'e\u0301', e\\u0301",
        "'ab', '\u0430b', \\u0430b",
        "'A-B', '\u0391\u2011B', \\u0391\\u2011B"
    })
    void whatLooksTheSameIsWrittenWithSigns(String one, String other, String signs) {
        assertThat(VisibleText.areAlike(one, other)).isTrue();
        assertThat(VisibleText.of(other)).isEqualTo(signs);
        assertThat(VisibleText.of(one)).isNotEqualTo(signs);
    }

    @ParameterizedTest
    @CsvSource({"'a b', 'a  b'", "'a', 'b'", "'a', 'a'"})
    void whatDoesNotStaysAsItIs(String one, String other) {
        assertThat(VisibleText.areAlike(one, other)).isFalse();
    }

    @Test
    void linesThatLookTheSameAreWrittenWithSigns() {
        LineDiff.Hunk hunk = new LineDiff.Hunk(1, List.of("a"), List.of("a "));

        assertThat(VisibleText.seen(hunk)).isEqualTo(new LineDiff.Hunk(1, List.of("a"), List.of("a·")));
    }
}

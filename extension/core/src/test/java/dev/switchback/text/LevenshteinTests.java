package dev.switchback.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevenshteinTests {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "'', '', 0",
        "order, order, 0",
        "order, '', 5",
        "order, orders, 1",
        "order, oder, 1",
        "order, older, 1",
        "order, ordre, 1",
        "now, nwo, 1",
        "ab, ba, 1",
        "ca, abc, 3",
        "kitten, sitting, 3",
        "customer, employee, 6"
    })
    void lettersThatDifferAreCounted(String left, String right, int distance) {
        assertThat(Levenshtein.distance(left, right)).isEqualTo(distance);
        assertThat(Levenshtein.distance(right, left)).isEqualTo(distance);
    }
}

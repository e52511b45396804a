package dev.switchback.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.text.LineDiff.Hunk;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTests {

    @Test
    void linesThatCameInTwoPlaces() {
        assertThat(LineDiff.between(
                        List.of("SELECT", "id,", "name", "FROM t"),
                        List.of("SELECT", "no,", "id,", "name", "FROM t", "LIMIT 1")))
                .containsExactly(new Hunk(2, List.of(), List.of("no,")), new Hunk(5, List.of(), List.of("LIMIT 1")));
    }

    @Test
    void aLineThatBecameAnotherOne() {
        assertThat(LineDiff.between(List.of("a", "b", "c"), List.of("a", "x", "c")))
                .containsExactly(new Hunk(2, List.of("b"), List.of("x")));
    }

    @Test
    void linesThatMoved() {
        assertThat(LineDiff.between(List.of("a", "b", "c", "d"), List.of("c", "a", "b", "d")))
                .containsExactly(new Hunk(1, List.of(), List.of("c")), new Hunk(3, List.of("c"), List.of()));
    }

    @Test
    void allLinesWent() {
        assertThat(LineDiff.between(List.of("a", "b"), List.of()))
                .containsExactly(new Hunk(1, List.of("a", "b"), List.of()));
    }

    @Test
    void longTextsDifferInOnePlace() {
        List<String> before = Collections.nCopies(2000, "before");
        List<String> after = Collections.nCopies(2000, "after");

        assertThat(LineDiff.between(before, after)).containsExactly(new Hunk(1, before, after));
    }
}

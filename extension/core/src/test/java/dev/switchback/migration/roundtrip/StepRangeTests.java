package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepRangeTests {

    private static List<StepRange> ofUnknown(int from, int until, Integer... unknown) {
        return StepRange.ofUnknown(from, until, index -> !Set.of(unknown).contains(index));
    }

    @Test
    void whatIsUnknownIsJudged() {
        assertThat(ofUnknown(0, 400)).isEmpty();
        assertThat(ofUnknown(0, 400, 399)).containsExactly(new StepRange(399, 400));
        assertThat(ofUnknown(3, 6, 3, 4, 5)).containsExactly(new StepRange(3, 6));
        assertThat(ofUnknown(0, 400, 0, 100, 101)).containsExactly(new StepRange(0, 1), new StepRange(100, 102));
    }

    @Test
    void aFewKnownOnesBetweenAreJudgedToo() {
        assertThat(ofUnknown(0, 400, 100, 110, 130)).containsExactly(new StepRange(100, 111), new StepRange(130, 131));
    }

    @Test
    void whatIsBeforeTheFirstIsNot() {
        assertThat(ofUnknown(10, 20, 5, 12)).containsExactly(new StepRange(12, 13));
    }
}

package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts follow each other without a gap, and each has as much to do as any other. */
class ParallelPartsTests {

    @ParameterizedTest
    @CsvSource({"1, 0, 30", "2, 0, 400", "2, 1000, 1040", "3, 7, 500", "8, 0, 1000"})
    void haveAsMuchToDo(int count, int first, int end) {
        int[] begins = IntStream.rangeClosed(0, count)
                .map(part -> ParallelParts.begin(part, count, new StepRange(first, end)))
                .toArray();

        assertThat(begins).startsWith(first).endsWith(end).isSorted();
        double work = work(begins[0], begins[1]);
        for (int part = 1; part < count; part++) {
            assertThat(work(begins[part], begins[part + 1])).isCloseTo(work, within(2.0));
        }
    }

    private static double work(int from, int until) {
        return from / 7.0 + until - from;
    }
}

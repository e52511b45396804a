package dev.switchback.benchmarks.judge;

import dev.switchback.benchmarks.judge.Dump.Place;
import java.util.List;

/**
 * An object that two dumps show differently.
 *
 * @param excusable whether chance could have made it: the object is in both, and with as many rows
 */
record Difference(Place place, Kind kind, List<String> expected, List<String> found, boolean excusable) {

    private static final int SHOWN = 12;

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.label() + ": " + place + "\n");
        lines(text, "  - ", expected, found);
        lines(text, "  + ", found, expected);
        return text.toString();
    }

    private static void lines(StringBuilder text, String mark, List<String> lines, List<String> others) {
        lines.stream().filter(line -> !others.contains(line)).limit(SHOWN).forEach(line -> text.append(mark)
                .append(line)
                .append('\n'));
    }
}

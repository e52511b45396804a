package dev.switchback.schema.golden;

import dev.switchback.text.LineDiff;
import dev.switchback.text.VisibleText;
import java.util.List;

/** The difference between two golden texts as lines of the file. */
final class GoldenLines {

    private static final int AROUND = 2;
    private static final int MOST = 200;

    private final StringBuilder text = new StringBuilder();
    private int written;

    private GoldenLines() {}

    static String of(GoldenDiff diff) {
        GoldenLines lines = new GoldenLines();
        GoldenPairs.differing(diff).forEach(lines::add);
        if (lines.written > MOST) {
            lines.text.append("... and ").append(lines.written - MOST).append(" more lines\n");
        }
        return lines.text.toString().stripTrailing();
    }

    private void add(GoldenPairs.Pair pair) {
        List<String> expected = pair.expected().map(GoldenBlock::lines).orElse(List.of());
        List<String> found = pair.found().map(GoldenBlock::lines).orElse(List.of());
        int done = -1;
        for (LineDiff.Hunk differing : LineDiff.between(expected, found)) {
            LineDiff.Hunk hunk = VisibleText.seen(differing);
            int start = hunk.line() - 1;
            if (done < 0 || start - done > 2 * AROUND) {
                around(expected, done, done + AROUND);
                int from = Math.max(0, start - AROUND);
                line("@@ " + place(pair, from) + pair.title());
                done = from;
            }
            around(expected, done, start);
            hunk.removed().forEach(line -> line("- " + line));
            hunk.added().forEach(line -> line("+ " + line));
            done = start + hunk.removed().size();
        }
        around(expected, done, done + AROUND);
    }

    private static String place(GoldenPairs.Pair pair, int from) {
        return pair.expected().isEmpty() ? "not in the file, " : "line " + (pair.line() + 1 + from) + ", ";
    }

    private void around(List<String> lines, int from, int to) {
        for (int i = from; i >= 0 && i < Math.min(to, lines.size()); i++) {
            line("  " + lines.get(i));
        }
    }

    private void line(String line) {
        if (written++ < MOST) {
            text.append(line.stripTrailing()).append('\n');
        }
    }
}

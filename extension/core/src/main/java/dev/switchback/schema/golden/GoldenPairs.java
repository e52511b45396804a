package dev.switchback.schema.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The blocks of two golden texts, each beside its like. */
final class GoldenPairs {

    /**
     * A block on both sides, or on one.
     *
     * @param line the line of the expected block or, without one, the line after which the other would be
     */
    record Pair(String title, int line, Optional<GoldenBlock> expected, Optional<GoldenBlock> found) {

        boolean differs() {
            return !expected.map(GoldenBlock::lines).equals(found.map(GoldenBlock::lines));
        }
    }

    private GoldenPairs() {}

    /** Those that differ, in the order in which one reads them. */
    static List<Pair> differing(GoldenDiff diff) {
        Map<String, GoldenBlock> expected = byTitle(diff.expected());
        List<Pair> pairs = new ArrayList<>();
        int line = 0;
        for (Map.Entry<String, GoldenBlock> entry : byTitle(diff.found()).entrySet()) {
            Optional<GoldenBlock> before = Optional.ofNullable(expected.remove(entry.getKey()));
            line = before.map(GoldenBlock::line).orElse(line);
            pairs.add(new Pair(entry.getKey(), line, before, Optional.of(entry.getValue())));
        }
        expected.forEach(
                (title, gone) -> insert(pairs, new Pair(title, gone.line(), Optional.of(gone), Optional.empty())));
        return pairs.stream().filter(Pair::differs).toList();
    }

    private static void insert(List<Pair> pairs, Pair gone) {
        int at = 0;
        while (at < pairs.size() && pairs.get(at).line() < gone.line()) {
            at++;
        }
        pairs.add(at, gone);
    }

    private static Map<String, GoldenBlock> byTitle(String text) {
        Map<String, GoldenBlock> blocks = new LinkedHashMap<>();
        GoldenBlock.all(text).forEach(block -> blocks.putIfAbsent(block.title(), block));
        return blocks;
    }
}

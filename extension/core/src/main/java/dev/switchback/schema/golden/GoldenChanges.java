package dev.switchback.schema.golden;

import dev.switchback.text.LineDiff;
import dev.switchback.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says object by object what differs between two golden texts. */
final class GoldenChanges {

    private static final int MOST_OF_AN_OBJECT = 12;
    private static final String ARROW = "   ->   ";
    private static final Pattern END = Pattern.compile("[,;]$");
    private static final Pattern SUBJECT =
            Pattern.compile("^\\s+(?:CONSTRAINT )?\\S+|^\\S.*?(?=\\(| IS | USING | AS |$)");

    private final StringBuilder text = new StringBuilder();

    private GoldenChanges() {}

    static String of(GoldenDiff diff) {
        GoldenChanges changes = new GoldenChanges();
        List<GoldenPairs.Pair> pairs = GoldenPairs.differing(diff);
        pairs.forEach(changes::add);
        if (pairs.isEmpty()) {
            changes.line("the same objects, in another order or with other lines around them");
        }
        return changes.text.toString().stripTrailing();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void add(GoldenPairs.Pair pair) {
        if (pair.expected().isEmpty()) {
            line("+ " + pair.title());
        } else if (pair.found().isEmpty()) {
            line("- " + pair.title());
        } else {
            line(pair.title());
            parts(pair.expected().get().lines(), pair.found().get().lines());
        }
    }

    private void parts(List<String> expected, List<String> found) {
        List<String> parts = new ArrayList<>();
        for (LineDiff.Hunk differing : LineDiff.between(bare(expected), bare(found))) {
            LineDiff.Hunk hunk = VisibleText.seen(differing);
            List<String> added = new ArrayList<>(hunk.added());
            for (String removed : hunk.removed()) {
                int other = sameSubject(removed, added);
                parts.add(
                        other < 0
                                ? "  - " + removed.strip()
                                : "  ~ " + removed.strip() + ARROW
                                        + added.remove(other).strip());
            }
            added.forEach(line -> parts.add("  + " + line.strip()));
        }
        parts.stream().limit(MOST_OF_AN_OBJECT).map(String::stripTrailing).forEach(this::line);
        if (parts.size() > MOST_OF_AN_OBJECT) {
            line("  ... and " + (parts.size() - MOST_OF_AN_OBJECT) + " more");
        }
    }

    /** A comma comes and goes with the line that follows. */
    private static List<String> bare(List<String> lines) {
        return lines.stream().map(line -> END.matcher(line).replaceFirst("")).toList();
    }

    private static int sameSubject(String line, List<String> others) {
        String subject = subject(line);
        for (int i = 0; i < others.size(); i++) {
            if (subject.equals(subject(others.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String subject(String line) {
        return SUBJECT.matcher(line)
                .results()
                .findFirst()
                .map(found -> found.group())
                .orElse(line);
    }
}

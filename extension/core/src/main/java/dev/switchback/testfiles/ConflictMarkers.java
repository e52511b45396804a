package dev.switchback.testfiles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The markers of a version control system in a file that two people changed. */
public final class ConflictMarkers {

    private static final String OURS = "<<<<<<<";
    private static final String BETWEEN = "=======";
    private static final String THEIRS = ">>>>>>>";

    private ConflictMarkers() {}

    /** Whether a line is one. In a text that may hold any line, one alone proves nothing; see {@link #in}. */
    public static boolean isOne(String line) {
        return Stream.of(OURS, BETWEEN, THEIRS).anyMatch(line::startsWith);
    }

    /**
     * The lines of the markers.
     *
     * @param first the line of the first marker, counted from 1
     * @param last the line of the last one
     */
    public record Conflict(int first, int last) {}

    /** The first conflict in a text: all three markers, in their order. */
    public static Optional<Conflict> in(String text) {
        if (!text.contains("\n" + BETWEEN + "\n")) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        int ours = indexOf(lines, OURS);
        int theirs = indexOf(lines, THEIRS);
        return ours >= 0 && theirs > ours ? Optional.of(new Conflict(ours + 1, theirs + 1)) : Optional.empty();
    }

    private static int indexOf(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(marker + " ")) {
                return i;
            }
        }
        return -1;
    }
}

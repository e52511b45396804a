package dev.switchback.text;

import java.util.List;

/** Words in one sentence: {@code a, b and c}. */
public final class Enumeration {

    private Enumeration() {}

    /** The words, of which there is one at least. */
    public static String of(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}

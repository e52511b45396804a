package dev.switchback.text;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The names nearest to one that is not there, for messages that ask {@code Did you mean alice?}
 *
 * <p>How near two names are is the number of letters that must be replaced, added, left out or swapped with the next one. Whether
 * that is near is a matter of the words that differ: those that both begin or end with make two names no likelier to be meant as
 * one, as in {@code round-trip.time-limit} and {@code round-trip.row-hints}.
 */
public final class NearestName {

    private static final int GUESSES = 3;
    private static final int SHORTEST_BEGINNING = 4;
    private static final int LONGEST_ENDING = 3;

    private NearestName() {}

    /** The distance of a written name from a thing that has one or several names: that of the nearest of them. */
    public static int distance(String written, String... names) {
        return Stream.of(names)
                .mapToInt(name -> Levenshtein.distance(name, written))
                .min()
                .orElseThrow();
    }

    /** The nearest of some names, the first of those that are equally near; empty if there are none. */
    public static Optional<String> nearest(String written, Collection<String> names) {
        return names.stream().min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** {@code  Did you mean alice?}, with a space before it; empty if nothing is near. */
    public static String question(String written, Collection<String> names) {
        return question(written, names, UnaryOperator.identity());
    }

    private static String question(String written, Collection<String> names, UnaryOperator<String> called) {
        List<String> near = to(written, names);
        return near.isEmpty()
                ? ""
                : " Did you mean " + near.stream().map(called).collect(joining(" or ")) + "?";
    }

    /** {@code  There are alice, bob and 3 more.}, if there is no near one: what there is instead. */
    public static String questionOrList(String written, Collection<String> names, String nothing) {
        return questionOrList(written, names, UnaryOperator.identity(), nothing);
    }

    /** The same, where names are to be told in another form, such as with their schemas. */
    public static String questionOrList(
            String written, Collection<String> names, UnaryOperator<String> called, String nothing) {
        String question = question(written, names, called);
        if (!question.isEmpty()) {
            return question;
        }
        return names.isEmpty()
                ? " " + nothing
                : (names.size() == 1 ? " There is " : " There are ")
                        + list(names.stream().map(called).toList()) + ".";
    }

    /** The probable meaning, if only one name is near. */
    public static Optional<String> guess(String written, Collection<String> names) {
        List<String> near = to(written, names);
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static String list(Collection<String> names) {
        List<String> first = names.stream().sorted().limit(7).toList();
        int others = names.size() - first.size();
        return String.join(", ", first) + (others > 0 ? " and " + others + " more" : "");
    }

    private static List<String> to(String written, Collection<String> names) {
        String wanted = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT)))
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> inAnyCase(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(GUESSES)
                .toList();
    }

    private static boolean isNear(String wanted, String name) {
        int shorter = Math.min(wanted.length(), name.length());
        int start = 0;
        for (int i = 0; i < shorter && wanted.charAt(i) == name.charAt(i); i++) {
            start = isSeparator(name.charAt(i)) ? i + 1 : start;
        }
        int end = 0;
        for (int i = 1; i <= shorter - start && fromEnd(wanted, i) == fromEnd(name, i); i++) {
            end = isSeparator(fromEnd(name, i)) ? i : end;
        }
        int distance = distance(wanted, name);
        return distance <= (shorter - start - end + 2) / 3
                || (distance <= LONGEST_ENDING
                        && hasOtherEnding(wanted.substring(start, wanted.length() - end), name.substring(start)));
    }

    /** As {@code binary} and {@code binaries} have. */
    private static boolean hasOtherEnding(String written, String word) {
        int beginning = written.length() - 1;
        return beginning >= SHORTEST_BEGINNING && word.regionMatches(0, written, 0, beginning);
    }

    private static boolean isSeparator(char letter) {
        return "._-/ :".indexOf(letter) >= 0;
    }

    private static char fromEnd(String name, int place) {
        return name.charAt(name.length() - place);
    }

    private static int inAnyCase(String wanted, String name) {
        return distance(wanted, name.toLowerCase(Locale.ROOT));
    }
}

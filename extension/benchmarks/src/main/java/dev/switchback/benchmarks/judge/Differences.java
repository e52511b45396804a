package dev.switchback.benchmarks.judge;

import dev.switchback.benchmarks.judge.Dump.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares dumps, and tells what sort of difference each is. */
final class Differences {

    private static final Pattern COMMENTS = Pattern.compile("(?s)--[^\\n]*|/\\*.*?\\*/");
    private static final Pattern LIST = Pattern.compile("ARRAY\\[([^\\]]*)\\]");
    private static final Pattern POSITION = Pattern.compile("setval\\('.*', (\\d+), (true|false)\\)");

    private Differences() {}

    static List<Difference> between(Dump expected, Dump found) {
        Set<Place> places = new TreeSet<>(expected.entries().keySet());
        places.addAll(found.entries().keySet());
        List<Difference> differences = new ArrayList<>();
        for (Place place : places) {
            List<String> here = expected.entries().getOrDefault(place, List.of());
            List<String> there = found.entries().getOrDefault(place, List.of());
            kind(place, here, there)
                    .map(kind -> new Difference(place, kind, here, there, isExcusable(place, here, there)))
                    .ifPresent(differences::add);
        }
        return differences;
    }

    private static Optional<Kind> kind(Place place, List<String> expected, List<String> found) {
        if (expected.equals(found)) {
            return Optional.empty();
        }
        if (place.isRows()) {
            return sameRows(expected, found) ? Optional.empty() : Optional.of(Kind.ROWS);
        }
        if (place.isPosition()) {
            return wentBack(expected, found) ? Optional.of(Kind.ROWS) : Optional.empty();
        }
        return Optional.of(expected.isEmpty() || found.isEmpty() ? Kind.STRUCTURE : changed(place, expected, found));
    }

    private static Kind changed(Place place, List<String> expected, List<String> found) {
        if (place.type().equals("TABLE") && sorted(expected).equals(sorted(found))) {
            return Kind.COLUMN_ORDER;
        }
        if (place.type().equals("TYPE") && inOrderAmong(sorted(expected), found)) {
            return Kind.ENUM_VALUES;
        }
        return bare(expected).equals(bare(found)) ? Kind.COSMETIC : Kind.STRUCTURE;
    }

    /** Without the commas at their ends: the last one has none. */
    private static List<String> sorted(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll(",$", "")).sorted().toList();
    }

    private static boolean inOrderAmong(List<String> expected, List<String> found) {
        return found.get(0).endsWith("AS ENUM (") && sorted(found).containsAll(expected);
    }

    /** Without comments and white space, and with the alternatives of a check in one order. */
    private static String bare(List<String> lines) {
        String text = COMMENTS.matcher(String.join("\n", lines)).replaceAll("").replaceAll("\\s+", "");
        return LIST.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        new TreeSet<>(List.of(match.group(1).split(","))).toString()));
    }

    private static boolean sameRows(List<String> expected, List<String> found) {
        TableRows here = rows(expected);
        TableRows there = rows(found);
        return here.count() == there.count()
                && here.only(there.columns())
                        .values()
                        .equals(there.only(here.columns()).values());
    }

    private static TableRows rows(List<String> copy) {
        return copy.isEmpty() ? TableRows.NONE : TableRows.parse(copy);
    }

    private static boolean wentBack(List<String> expected, List<String> found) {
        return !expected.isEmpty() && !found.isEmpty() && position(found) < position(expected);
    }

    /** Twice the value, and one more once it has been given. */
    private static long position(List<String> setval) {
        Matcher matcher = POSITION.matcher(setval.get(0));
        if (!matcher.find()) {
            throw new IllegalStateException("not a sequence's position: " + setval);
        }
        return 2 * Long.parseLong(matcher.group(1)) + (matcher.group(2).equals("true") ? 1 : 0);
    }

    private static boolean isExcusable(Place place, List<String> expected, List<String> found) {
        return !expected.isEmpty()
                && !found.isEmpty()
                && !place.isPosition()
                && (!place.isRows() || rows(expected).count() == rows(found).count());
    }

    /** The remaining differences when the places that differ between two runs of the same scripts are taken out. */
    static List<Difference> without(List<Difference> differences, List<Difference> byChance) {
        Set<Place> places = byChance.stream().map(Difference::place).collect(Collectors.toSet());
        return differences.stream()
                .filter(difference -> !difference.excusable() || !places.contains(difference.place()))
                .toList();
    }
}

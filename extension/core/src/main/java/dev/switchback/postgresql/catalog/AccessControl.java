package dev.switchback.postgresql.catalog;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unusual privileges on an object. The server could take its lists apart, too, but would spend more
 * time on the plan for that than on everything else it is asked of a table.
 *
 * @param grants beyond what such an object starts with, such as {@code clerk INSERT SELECT, public SELECT}; empty for nothing
 * @param revoked what such an object starts with and this one lacks
 */
record AccessControl(String grants, String revoked) {

    private static final String ROLE = "(?:\"(?:[^\"]|\"\")*+\"|[^\"=/, ]*+)";
    private static final String LIST = "((?:" + ROLE + "=[A-Za-z*]*/" + ROLE + ",?)*+)";

    private static final Pattern ENTRY = Pattern.compile("(" + ROLE + ")=([A-Za-z*]*)/" + ROLE);
    private static final Pattern LISTS = Pattern.compile(LIST + " " + LIST + " (.*)", Pattern.DOTALL);
    private static final Pattern LETTER = Pattern.compile("([A-Za-z])(\\*?)");

    private static final Map<String, String> RIGHTS = Map.ofEntries(
            Map.entry("A", "ALTER SYSTEM"),
            Map.entry("C", "CREATE"),
            Map.entry("D", "TRUNCATE"),
            Map.entry("T", "TEMPORARY"),
            Map.entry("U", "USAGE"),
            Map.entry("X", "EXECUTE"),
            Map.entry("a", "INSERT"),
            Map.entry("c", "CONNECT"),
            Map.entry("d", "DELETE"),
            Map.entry("m", "MAINTAIN"),
            Map.entry("r", "SELECT"),
            Map.entry("s", "SET"),
            Map.entry("t", "TRIGGER"),
            Map.entry("w", "UPDATE"),
            Map.entry("x", "REFERENCES"));

    private record Privilege(String role, String right) {}

    /** Reads what {@code ${privileges ...}} in {@link QueryMacros} selects: the usual list, the actual one, and the owner. */
    static AccessControl parse(String lists) {
        Matcher parts = LISTS.matcher(lists);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not lists of privileges: " + lists);
        }
        Set<Privilege> usual = privileges(parts.group(1), parts.group(3));
        Set<Privilege> actual = privileges(parts.group(2), parts.group(3));
        return new AccessControl(difference(actual, usual), difference(usual, actual));
    }

    private static Set<Privilege> privileges(String list, String owner) {
        Set<Privilege> privileges = new HashSet<>();
        Matcher entry = ENTRY.matcher(list);
        while (entry.find()) {
            String name = name(entry.group(1));
            boolean isOwner = name.equals(owner);
            String role = name.isEmpty() ? "public" : isOwner ? "owner" : name;
            Matcher letter = LETTER.matcher(entry.group(2));
            while (letter.find()) {
                String right = RIGHTS.getOrDefault(letter.group(1), letter.group(1));
                boolean isGrantable = !letter.group(2).isEmpty() && !isOwner;
                privileges.add(new Privilege(role, isGrantable ? right + " with grant option" : right));
            }
        }
        return privileges;
    }

    private static String name(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }

    private static String difference(Set<Privilege> some, Set<Privilege> others) {
        return some.stream()
                .filter(privilege -> !others.contains(privilege))
                .sorted(comparing(Privilege::right))
                .collect(groupingBy(Privilege::role, TreeMap::new, mapping(Privilege::right, joining(" "))))
                .entrySet()
                .stream()
                .map(role -> role.getKey() + " " + role.getValue())
                .collect(joining(", "));
    }
}

package dev.switchback.statements;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.compatibility.BackwardCompatibility;
import dev.switchback.schema.compatibility.Breach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A change of a migration that a statement meets, as far as names tell.
 *
 * @param breach why the previous version may not survive it; empty if the two schemas do not tell
 */
record ConcernedChange(Change change, Optional<Breach> breach) {

    private static final int MOST = 3;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /** The changes whose objects are named most clearly: in the server's words, and then in the statement. */
    static List<ConcernedChange> of(SchemaDiff difference, String words, String sql) {
        Set<String> said = names(words);
        Set<String> used = names(sql);
        Map<Change, Integer> scores = difference.changes().stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), change -> score(change, said, used)));
        int best = scores.values().stream().max(Comparator.naturalOrder()).orElse(0);
        if (best == 0) {
            return List.of();
        }
        Map<Change, Breach> breaches = BackwardCompatibility.breaches(difference).stream()
                .collect(Collectors.toMap(Breach::change, Function.identity(), (first, second) -> first));
        List<ConcernedChange> concerned = difference.changes().stream()
                .distinct()
                .filter(change -> scores.getOrDefault(change, 0) == best)
                .map(change -> new ConcernedChange(change, Optional.ofNullable(breaches.get(change))))
                .toList();
        List<ConcernedChange> breaking =
                concerned.stream().filter(each -> each.breach.isPresent()).toList();
        return (breaking.isEmpty() ? concerned : breaking).stream().limit(MOST).toList();
    }

    private static int score(Change change, Set<String> said, Set<String> used) {
        List<ObjectName> names = new ArrayList<>(List.of(change.name()));
        if (change instanceof Renamed renamed) {
            names.add(renamed.after().name());
        } else if (change instanceof Changed changed) {
            names.add(changed.after().name());
        }
        return names.stream().mapToInt(name -> score(name, said, used)).max().orElse(0);
    }

    private static int score(ObjectName object, Set<String> said, Set<String> used) {
        String name = simple(object.name());
        String parent = simple(object.parent());
        return (said.contains(name) ? 8 : 0)
                + (said.contains(parent) ? 4 : 0)
                + (used.contains(name) ? 2 : 0)
                + (used.contains(parent) ? 1 : 0);
    }

    /** A routine's name has its arguments. */
    private static String simple(String name) {
        int arguments = name.indexOf('(');
        return (arguments < 0 ? name : name.substring(0, arguments)).toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** A sentence about it. */
    String sentence() {
        return breach.map(Breach::reason).orElseGet(this::plain);
    }

    private String plain() {
        if (change instanceof Added) {
            return "%s is new.".formatted(change.name());
        } else if (change instanceof Removed) {
            return "%s is gone.".formatted(change.name());
        } else if (change instanceof Renamed renamed) {
            return "%s is called %s."
                    .formatted(change.name(), renamed.after().name().name());
        }
        Changed changed = (Changed) change;
        return "%s has another %s: %s instead of %s."
                .formatted(change.name(), changed.attribute(), value(changed.to()), value(changed.from()));
    }

    private static String value(String text) {
        return text.isEmpty() ? "none" : text;
    }
}

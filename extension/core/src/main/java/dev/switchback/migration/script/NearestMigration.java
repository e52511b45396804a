package dev.switchback.migration.script;

import dev.switchback.migration.Migration;
import dev.switchback.text.NearestName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.flywaydb.core.api.MigrationVersion;

/** Guesses which migration an undo was meant for: among those without an undo, the one whose name is nearest. */
final class NearestMigration {

    private final List<Migration> candidates;

    NearestMigration(List<ScriptPair> pairs) {
        candidates = pairs.stream()
                .filter(pair -> pair.undo().isEmpty())
                .map(ScriptPair::migration)
                .toList();
    }

    /** The one with the same description, or a similar one, or a version that a slip of a key makes of this one. */
    Optional<Migration> to(ScriptName undo) {
        String description = undo.description();
        return withinReach(
                        migration -> NearestName.distance(description, migration.description()),
                        description.length() / 3)
                .or(() -> withinReach(migration -> slips(migration.version(), undo.version()), 1));
    }

    /** The one of exactly this description. */
    Optional<Migration> named(String description) {
        return withinReach(migration -> NearestName.distance(description, migration.description()), 0);
    }

    /** The nearest, unless two are equally near. */
    private Optional<Migration> withinReach(ToIntFunction<Migration> distance, int reach) {
        List<Migration> near = candidates.stream()
                .filter(migration -> distance.applyAsInt(migration) <= reach)
                .sorted(Comparator.comparingInt(distance))
                .toList();
        boolean isTie = near.size() > 1 && distance.applyAsInt(near.get(0)) == distance.applyAsInt(near.get(1));
        return isTie ? Optional.empty() : near.stream().findFirst();
    }

    /** Two digits that changed places are one slip, too. */
    private static int slips(String version, MigrationVersion other) {
        String mistaken = other.getVersion();
        boolean sameDigits = version.length() == mistaken.length()
                && version.chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(mistaken.chars().sorted().boxed().toList());
        int distance = NearestName.distance(mistaken, version);
        return sameDigits && distance == 2 ? 1 : distance;
    }
}

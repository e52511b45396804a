package dev.switchback.migration.roundtrip;

import dev.switchback.migration.run.PhaseFailure;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tables whose rows make a migration fail together, and those of none alone, such as two that it joins. */
record FailingTogether(FailureOverRows up) {

    /** As few as were found; none if it takes rows in others as well, or if trials cannot tell. */
    Set<String> tables() throws PhaseFailure {
        Set<String> tables = new TreeSet<>(up.suspects());
        if (tables.size() < 2 || !up.failsAlike(up.alone(tables))) {
            return Set.of();
        }
        for (String table : List.copyOf(tables)) {
            tables.remove(table);
            if (!up.failsAlike(up.alone(tables))) {
                tables.add(table);
            }
        }
        return tables;
    }
}

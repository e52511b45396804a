package dev.switchback.migration.drift;

import dev.switchback.migration.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a drift for a reader. */
final class DriftText {

    private static final int LISTED = 5;

    private DriftText() {}

    static String of(Drift drift) {
        List<String> parts = new ArrayList<>();
        String upTo = drift.version().isEmpty() ? "before the first of them" : "up to V" + drift.version();
        if (drift.isEmpty()) {
            parts.add("The database is what its migrations make, " + upTo + ".");
        } else {
            parts.add("The database is not what its migrations make, " + upTo + ":");
            parts.add(drift.diff().toString().indent(2).stripTrailing());
            parts.add(
                    "  + is there and no migration made it, - was made by a migration and is gone, ~ is another one there.");
        }
        if (!drift.pending().isEmpty()) {
            parts.add("  Not applied there yet, and not run here: " + pending(drift.pending()));
        }
        drift.remarks().forEach(remark -> parts.add(remark.indent(2).stripTrailing()));
        return String.join("\n\n", parts);
    }

    private static String pending(List<Migration> pending) {
        String first = pending.stream().limit(LISTED).map(Migration::title).collect(Collectors.joining(", "));
        int more = pending.size() - LISTED;
        return more > 0 ? first + " and " + more + " more." : first + ".";
    }
}

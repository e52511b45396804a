package dev.switchback.migration.roundtrip;

import java.util.Optional;

/**
 * Tells what a script did from what chance did. Where a second run from the forward-only state differs from the first, a
 * clock or a random number has spoken, and no script can be blamed for it.
 */
final class ChanceFilter {

    private ChanceFilter() {}

    /** Splits what an undo left into what the script did and what chance did. Rows that it lost are never chance. */
    static Verified verifyUndo(SnapshotDiff found, DatabaseSnapshot first, SecondRun second, RowInspection inspection) {
        SnapshotDiff schema = found.withoutRows();
        SnapshotDiff chance = schema.canBeChance() ? difference(first, second).withoutRows() : SnapshotDiff.none();
        SnapshotDiff byScript = found.without(chance);
        return new Verified(byScript.with(inspection.afterUndo(byScript.rows())), found.within(chance));
    }

    /** Splits in what a second way up differs from the first. */
    static Verified verifyAgain(
            SnapshotDiff found, DatabaseSnapshot first, SecondRun second, RowInspection inspection) {
        SnapshotDiff chance = difference(first, second);
        Verified asTold = new Verified(found.without(chance), found.within(chance));
        return found.rows().isEmpty()
                ? asTold
                : inspection
                        .afterAgain(found.rows())
                        .map(rows -> new Verified(
                                asTold.byScript().with(rows.byScript()),
                                asTold.byChance().with(rows.byChance())))
                        .orElse(asTold);
    }

    private static SnapshotDiff difference(DatabaseSnapshot first, SecondRun second) {
        Optional<DatabaseSnapshot> now = second.after();
        return now.map(snapshot -> SnapshotDiff.of(first, snapshot)).orElseGet(SnapshotDiff::none);
    }

    /** A comparison in two parts. */
    record Verified(SnapshotDiff byScript, SnapshotDiff byChance) {}
}

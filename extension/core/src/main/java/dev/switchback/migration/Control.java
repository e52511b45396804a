package dev.switchback.migration;

import java.util.Optional;

/**
 * Tells what a script did from what chance did. Where a second run from the forward-only state differs from the first, a
 * clock or a random number has spoken, and no script can be blamed for it.
 */
final class Control {

    private Control() {}

    /** Splits what an undo left into what the script did and what chance did. Rows that it lost are never chance. */
    static Verified verifyUndo(Comparison found, Picture first, SecondRun second, RowInspection inspection) {
        Comparison schema = found.withoutRows();
        Comparison chance = schema.canBeChance() ? difference(first, second).withoutRows() : Comparison.none();
        Comparison byScript = found.without(chance);
        return new Verified(byScript.with(inspection.afterUndo(byScript.rows())), found.within(chance));
    }

    /** Splits in what a second way up differs from the first. */
    static Verified verifyAgain(Comparison found, Picture first, SecondRun second, RowInspection inspection) {
        Comparison chance = difference(first, second);
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

    private static Comparison difference(Picture first, SecondRun second) {
        Optional<Picture> now = second.after();
        return now.map(picture -> Comparison.of(first, picture)).orElseGet(Comparison::none);
    }

    /** A comparison in two parts. */
    record Verified(Comparison byScript, Comparison byChance) {}
}

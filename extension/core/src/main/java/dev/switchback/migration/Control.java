package dev.switchback.migration;

import dev.switchback.provision.Database;
import java.util.List;

/**
 * Runs phases a second time from the forward-only state. Where the second run differs from the first, a clock or a random
 * number has spoken, and no script can be blamed for it.
 */
final class Control {

    private final Lab lab;
    private final Forward forward;

    Control(Lab lab, Forward forward) {
        this.lab = lab;
        this.forward = forward;
    }

    /** Splits what an undo left into what the script did and what chance did. Rows that it lost are never chance. */
    Verified verifyUndo(Comparison found, Picture first, int from, List<Phase> phases) {
        Comparison schema = found.withoutRows();
        Comparison chance = schema.canBeChance()
                ? differenceToSecondRun(first, from, phases).withoutRows()
                : Comparison.none();
        return new Verified(found.without(chance), found.within(chance));
    }

    /** Splits in what a second way up differs from the first. */
    Verified verifyAgain(Comparison found, Picture first, int from, List<Phase> phases) {
        Comparison chance = differenceToSecondRun(first, from, phases);
        return new Verified(found.without(chance), found.within(chance));
    }

    /** A comparison in two parts. */
    record Verified(Comparison byScript, Comparison byChance) {}

    private Comparison differenceToSecondRun(Picture first, int from, List<Phase> phases) {
        try (Database database = forward.copyAfter(from)) {
            return Comparison.of(first, lab.after(database, phases));
        } catch (PhaseFailure failsOnlyNow) {
            return Comparison.none();
        }
    }
}

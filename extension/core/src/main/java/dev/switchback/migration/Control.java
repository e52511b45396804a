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

    /** Splits what was found after some phases into what the scripts did and what chance did. */
    Verified verify(Comparison found, Picture first, int from, List<Phase> phases) {
        Comparison chance = found.canBeChance() ? differenceToSecondRun(first, from, phases) : Comparison.none();
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

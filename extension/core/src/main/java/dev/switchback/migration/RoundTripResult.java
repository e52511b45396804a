package dev.switchback.migration;

import java.util.List;
import java.util.Objects;

/**
 * The result of a round trip.
 *
 * <p>Made by Switchback only, so that it may say more in later versions.
 */
public final class RoundTripResult {

    private final List<MigrationStep> steps;
    private final List<Finding> findings;
    private final List<String> notCompared;
    private final List<String> notComparedHere;
    private final List<String> judgedEveryTime;

    RoundTripResult(
            List<MigrationStep> steps,
            List<Finding> findings,
            List<String> notCompared,
            List<String> notComparedHere,
            List<String> judgedEveryTime) {
        this.steps = List.copyOf(steps);
        this.findings = List.copyOf(findings);
        this.notCompared = List.copyOf(notCompared);
        this.notComparedHere = List.copyOf(notComparedHere);
        this.judgedEveryTime = List.copyOf(judgedEveryTime);
    }

    /** The steps in order; in mode FULL those that were part of it. */
    public List<MigrationStep> steps() {
        return steps;
    }

    /** Findings that concern no single step: the way down as a whole, repeatables, history, running again. */
    public List<Finding> findings() {
        return findings;
    }

    /** Kinds of objects and objects that were left out, one line each. */
    public List<String> notCompared() {
        return notCompared;
    }

    /**
     * Those of {@link #notCompared()} that other projects need not have: by patterns of {@code exclude}, or because of
     * repeatable migrations or generated rows.
     */
    public List<String> notComparedHere() {
        return notComparedHere;
    }

    /** The steps that were not judged again, because an earlier run did so and nothing has changed since. */
    public List<MigrationStep> known() {
        return steps.stream().filter(MigrationStep::isKnown).toList();
    }

    /**
     * Why some steps are judged in every run, or all of them are, although verdicts are kept: what a verdict follows from cannot
     * be known, or nothing can be written. One line each.
     */
    public List<String> judgedEveryTime() {
        return judgedEveryTime;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoundTripResult that
                && steps.equals(that.steps)
                && findings.equals(that.findings)
                && notCompared.equals(that.notCompared)
                && notComparedHere.equals(that.notComparedHere)
                && judgedEveryTime.equals(that.judgedEveryTime);
    }

    @Override
    public int hashCode() {
        return Objects.hash(steps, findings, notCompared, notComparedHere, judgedEveryTime);
    }

    @Override
    public String toString() {
        return "RoundTripResult[steps=" + steps + ", findings=" + findings + ", notCompared=" + notCompared + "]";
    }
}

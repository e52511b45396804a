package dev.switchback.migration;

import java.util.List;

/**
 * The result of a round trip.
 *
 * @param steps the steps in order; in mode FULL those that were part of it
 * @param findings the findings that concern no single step: the way down as a whole, repeatables, history, running again
 * @param notCompared kinds of objects and objects that were left out, one line each
 */
public record RoundTripResult(List<MigrationStep> steps, List<Finding> findings, List<String> notCompared) {

    public RoundTripResult {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        notCompared = List.copyOf(notCompared);
    }
}

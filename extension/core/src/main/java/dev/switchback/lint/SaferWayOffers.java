package dev.switchback.lint;

import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.StatementEffects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The safer ways that are still to be tried, while migrations are judged on one thread and ways are tried on another. */
final class SaferWayOffers {

    private final Map<Place, List<LintFinding>> offers = new HashMap<>();
    private final Set<String> judged = new HashSet<>();
    private boolean isComplete;

    /**
     * The place of a statement.
     *
     * @param script whose it is
     * @param position among the statements of its migration, from 0
     */
    private record Place(String script, int position) {}

    /** Takes what is offered in the findings on one migration; returns whether there is something to be tried. */
    synchronized boolean add(MigrationEffects effects, List<LintFinding> findings) {
        judged.add(effects.migration().script());
        if (!effects.migration().version().isEmpty() && !effects.text().isEmpty()) {
            List<Integer> lines =
                    effects.statements().stream().map(StatementEffects::line).toList();
            for (LintFinding finding : findings) {
                int position = finding.line() == 0 ? -1 : lines.indexOf(finding.line());
                if (!finding.saferSql().isEmpty() && finding.file().equals(effects.file()) && position >= 0) {
                    offers.computeIfAbsent(
                                    new Place(effects.migration().script(), position), place -> new ArrayList<>())
                            .add(finding);
                }
            }
        }
        notifyAll();
        return !offers.isEmpty();
    }

    /** No more migrations are judged. */
    synchronized void complete() {
        isComplete = true;
        notifyAll();
    }

    /** No more ways are tried. */
    synchronized void cancel() {
        offers.clear();
        complete();
    }

    /** Whether nothing is left to be tried, now or later. */
    synchronized boolean areOver() {
        return isComplete && offers.isEmpty();
    }

    /** Waits until a migration is judged, or none is any more. */
    synchronized void await(String script) throws InterruptedException {
        while (!isComplete && !judged.contains(script)) {
            wait();
        }
    }

    /** Takes away what is to be tried at a statement. */
    synchronized List<LintFinding> take(String script, int position) {
        List<LintFinding> due = offers.remove(new Place(script, position));
        return due == null ? List.of() : due;
    }
}

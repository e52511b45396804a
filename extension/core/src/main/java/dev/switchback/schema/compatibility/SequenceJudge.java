package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.math.BigInteger;
import java.util.List;

/** Judges sequences. */
final class SequenceJudge {

    private final CompatibilityContext judgement;

    SequenceJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Removed removed) {
            return goesWithItsColumn(removed.object().attribute("owned by")) ? NONE : CompatibilityContext.gone(change);
        } else if (change instanceof Renamed renamed) {
            return CompatibilityContext.renamed(renamed);
        } else if (change instanceof Changed changed) {
            return changed(changed);
        }
        return NONE;
    }

    private boolean goesWithItsColumn(String owner) {
        int dot = owner.lastIndexOf('.');
        return dot > 0
                && judgement
                        .column(owner.substring(0, dot), owner.substring(dot + 1))
                        .isEmpty();
    }

    private static List<Breach> changed(Changed change) {
        String from = change.from();
        String to = change.to();
        return switch (change.attribute()) {
            case "maximum" -> number(to).compareTo(number(from)) < 0 ? ends(change, "ends at", to, from) : NONE;
            case "minimum" -> number(to).compareTo(number(from)) > 0 ? ends(change, "begins at", to, from) : NONE;
            case "cycle" ->
                to.isEmpty()
                        ? breach(change, Sort.NARROWED, "does not begin again at its end: there nothing more is given.")
                        : NONE;
            case "increment" ->
                breach(
                        change,
                        Sort.CHANGED,
                        "goes in steps of %s and no longer of %s: who takes a step's numbers at once takes others' too.",
                        to,
                        from);
            default -> NONE;
        };
    }

    private static List<Breach> ends(Change change, String where, String to, String from) {
        return breach(change, Sort.NARROWED, "%s %s and no longer %s.", where, to, from);
    }

    private static BigInteger number(String text) {
        return new BigInteger(text);
    }
}

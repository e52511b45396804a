package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/** Judges sequences. */
final class SequenceJudge {

    private static final String GIVEN_NAME = "sequence name ";

    private final CompatibilityContext judgement;

    SequenceJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Removed removed) {
            return goesWithItsColumn(removed.object().attribute("owned by")) || isOfIdentity(change.name())
                    ? NONE
                    : CompatibilityContext.gone(change);
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

    /** Whether an identity column has a sequence of this name now, which is a part of the column. */
    private boolean isOfIdentity(ObjectName sequence) {
        return judgement.objects(ObjectKind.COLUMN).stream()
                .filter(column -> column.name().schema().equals(sequence.schema())
                        && !column.attribute("identity").isEmpty())
                .anyMatch(column -> isNamed(sequence.name(), column));
    }

    /** It is said where the name is not the server's own. */
    private static boolean isNamed(String sequence, SchemaObject column) {
        String identity = column.attribute("identity");
        return identity.contains(GIVEN_NAME)
                ? identity.matches(".*" + Pattern.quote(GIVEN_NAME + sequence) + "[ )].*")
                : sequence.equals(column.name().parent() + "_" + column.name().name() + "_seq");
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

package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.ChangeCategory;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges check constraints, of tables and of domains. */
final class ConditionJudge {

    private static final Set<ObjectKind> CHECK = Set.of(ObjectKind.CHECK);
    private static final Pattern SEES_NULLS = Pattern.compile("null|coalesce|distinct", Pattern.CASE_INSENSITIVE);

    private final CompatibilityContext judgement;

    ConditionJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Added added) {
            return isHarmless(added) ? NONE : refuses(change, "is new", added.object());
        } else if (change instanceof Changed changed) {
            return changed(changed);
        }
        return NONE;
    }

    private static List<Breach> changed(Changed change) {
        return switch (change.attribute()) {
            case "expression" ->
                change.category() == ChangeCategory.COSMETIC ? NONE : refuses(change, "is another one", change.after());
            case "enforced" -> change.to().isEmpty() ? refuses(change, "is enforced", change.after()) : NONE;
            default -> NONE;
        };
    }

    private static List<Breach> refuses(Change change, String what, SchemaObject check) {
        return breach(
                change, Sort.REQUIRED, "%s: what does not meet %s is refused.", what, withoutState(check.definition()));
    }

    private boolean isHarmless(Added change) {
        SchemaObject check = change.object();
        return judgement.comesWithItsParent(change.name())
                || !check.attribute("enforced").isEmpty()
                || judgement.had(change.name(), CHECK).anyMatch(other -> withoutState(other.definition())
                        .equals(withoutState(check.definition())))
                || isOfNewColumnsOnly(check);
    }

    /**
     * A row of the previous version has defaults or nulls there, and nobody chooses a default that a check refuses. An
     * expression that sees nulls may refuse them.
     */
    private boolean isOfNewColumnsOnly(SchemaObject check) {
        Set<String> words =
                new HashSet<>(Arrays.asList(check.attribute("expression").split("[^\\p{L}\\p{N}_$]+")));
        List<SchemaObject> mentioned = judgement
                .columnsBeside(check.name())
                .filter(column -> words.contains(column.name().name()))
                .toList();
        return !mentioned.isEmpty()
                && mentioned.stream().allMatch(judgement::isNewColumn)
                && (mentioned.stream()
                                .noneMatch(column -> column.attribute("default").isEmpty())
                        || !SEES_NULLS.matcher(check.attribute("expression")).find());
    }

    private static String withoutState(String definition) {
        return definition.replace(" NOT VALID", "");
    }

    /** Judges a constraint that could be checked at the end of the transaction. */
    static List<Breach> lessDeferrable(Changed change) {
        if (change.to().isEmpty()) {
            return breach(
                    change,
                    Sort.NARROWED,
                    "cannot be deferred any more: what a transaction puts right only later is refused.");
        }
        return change.from().equals("initially deferred")
                ? breach(
                        change,
                        Sort.NARROWED,
                        "is checked at once and no longer at the end: what a transaction puts right only later is refused.")
                : NONE;
    }
}

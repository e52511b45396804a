package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.ChangeCategory;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Judges enums, domains, composite types, ranges and base types. */
final class TypeJudge {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");

    private final CompatibilityContext judgement;

    TypeJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Removed) {
            return CompatibilityContext.gone(change);
        } else if (change instanceof Renamed renamed) {
            return CompatibilityContext.renamed(renamed);
        } else if (change instanceof Changed changed) {
            return changed(changed);
        }
        return NONE;
    }

    private List<Breach> changed(Changed change) {
        String from = change.from();
        String to = change.to();
        return switch (change.attribute()) {
            case "values" -> values(change);
            case "type" -> judgement.retyped(change);
            case "nullability" -> to.isEmpty() ? NONE : breach(change, Sort.REQUIRED, "takes no null any more.");
            case "default" ->
                to.isEmpty()
                        ? breach(change, Sort.REQUIRED, "has no default any more: what is left out is null.")
                        : NONE;
            case "subtype" -> breach(change, Sort.CHANGED, "is a range of %s and no longer of %s.", to, from);
            case "collation" -> breach(change, Sort.CHANGED, "compares and sorts otherwise.");
            case "column order" ->
                breach(change, Sort.CHANGED, "has its attributes in another order (%s): values get mixed up.", to);
            default -> NONE;
        };
    }

    /** New values are no breach: nothing that was used is missing. */
    private static List<Breach> values(Changed change) {
        if (change.category() == ChangeCategory.ENUM_VALUES_LEFT) {
            return NONE;
        }
        List<String> missing = new ArrayList<>(literals(change.from()));
        missing.removeAll(literals(change.to()));
        return missing.isEmpty()
                ? breach(change, Sort.CHANGED, "has its values in another order: they sort and compare otherwise.")
                : breach(change, Sort.GONE, "has no value %s any more.", String.join(", ", missing));
    }

    private static List<String> literals(String values) {
        return LITERAL.matcher(values).results().map(MatchResult::group).toList();
    }
}

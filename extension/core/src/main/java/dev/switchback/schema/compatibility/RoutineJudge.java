package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.compatibility.Breach.Sort;
import dev.switchback.schema.compatibility.ValueTypes.Effect;
import java.util.ArrayList;
import java.util.List;

/** Judges how functions, procedures and aggregates are called and what they return, not what they do. */
final class RoutineJudge {

    private static final String DEFAULT = " DEFAULT ";

    private final CompatibilityContext judgement;

    RoutineJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Removed removed) {
            return hasLongerForm(removed.object()) ? NONE : CompatibilityContext.gone(change);
        } else if (change instanceof Renamed renamed) {
            return CompatibilityContext.renamed(renamed);
        } else if (change instanceof Changed changed) {
            return changed(changed);
        }
        return NONE;
    }

    private List<Breach> changed(Changed change) {
        return switch (change.attribute()) {
            case "returns" ->
                judgement.types().effect(change.from(), change.to()) == Effect.NONE
                        ? NONE
                        : breach(change, Sort.CHANGED, "returns %s and no longer %s.", change.to(), change.from());
            case "arguments" -> arguments(change);
            case "security" ->
                change.to().isEmpty()
                        ? breach(
                                change, Sort.NARROWED, "runs with the rights of who calls, and no longer of its owner.")
                        : NONE;
            default -> NONE;
        };
    }

    /** The types of the arguments are the same, or it would be another routine. */
    private static List<Breach> arguments(Changed change) {
        List<String> before = split(change.from());
        List<String> after = split(change.to());
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            String was = before.get(i);
            String is = after.get(i);
            if (was.contains(DEFAULT) && !is.contains(DEFAULT)) {
                return breach(change, Sort.REQUIRED, "asks for %s, which had a default.", declared(is));
            }
            if (!declared(is).equals(declared(was)) && !declared(is).endsWith(" " + declared(was))) {
                return breach(
                        change,
                        Sort.RENAMED,
                        "takes %s where it took %s: calls that name it fail.",
                        declared(is),
                        declared(was));
            }
        }
        return NONE;
    }

    /** Whether a routine of the same name and with the same result takes the same arguments and more, which have defaults. */
    private boolean hasLongerForm(SchemaObject routine) {
        String start = routine.name().name().replaceFirst("\\)$", "");
        int count = split(routine.attribute("arguments")).size();
        return judgement.objects(routine.kind()).stream()
                .filter(other -> other.name().schema().equals(routine.name().schema())
                        && other.name().name().startsWith(start.endsWith("(") ? start : start + ", ")
                        && other.attribute("returns").equals(routine.attribute("returns")))
                .map(other -> split(other.attribute("arguments")))
                .anyMatch(arguments -> arguments.size() > count
                        && arguments.subList(count, arguments.size()).stream()
                                .allMatch(argument -> argument.contains(DEFAULT)));
    }

    private static String declared(String argument) {
        int end = argument.indexOf(DEFAULT);
        return end < 0 ? argument : argument.substring(0, end);
    }

    /** Cuts a list of arguments at its commas, but for those in brackets and literals of defaults. */
    private static List<String> split(String arguments) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char letter = arguments.charAt(i);
            if (letter == '\'') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += "([".indexOf(letter) >= 0 ? 1 : ")]".indexOf(letter) >= 0 ? -1 : 0;
                if (letter == ',' && depth == 0) {
                    parts.add(arguments.substring(start, i).strip());
                    start = i + 1;
                }
            }
        }
        if (!arguments.isEmpty()) {
            parts.add(arguments.substring(start).strip());
        }
        return parts;
    }
}

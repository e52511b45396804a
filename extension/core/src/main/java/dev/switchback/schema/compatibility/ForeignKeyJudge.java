package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Judges foreign keys: what they refuse, and what they do when the other row goes. */
final class ForeignKeyJudge {

    private static final Set<ObjectKind> FOREIGN_KEY = Set.of(ObjectKind.FOREIGN_KEY);
    private static final String RESTRICT = "restrict";

    private final CompatibilityContext judgement;

    ForeignKeyJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Added added) {
            return isHarmless(added) ? NONE : refuses(change, "is new", added.object());
        } else if (change instanceof Removed removed) {
            return removed(removed);
        } else if (change instanceof Changed changed) {
            return changed(changed);
        }
        return NONE;
    }

    private List<Breach> removed(Removed change) {
        SchemaObject key = change.object();
        List<String> actions = Stream.of("on delete", "on update")
                .filter(event -> acts(key.attribute(event)))
                .map(event -> event + " " + key.attribute(event))
                .toList();
        boolean moot = actions.isEmpty()
                || judgement.goesWithItsParent(change.name())
                || judgement.isGone(referenced(key))
                || !allColumns(key)
                || judgement.has(change.name(), FOREIGN_KEY).anyMatch(other -> isSame(other, key));
        return moot
                ? NONE
                : breach(change, Sort.GONE, "is gone: what it did (%s) is not done.", String.join(", ", actions));
    }

    private static List<Breach> changed(Changed change) {
        String from = change.from();
        String to = change.to();
        return switch (change.attribute()) {
            case "on delete", "on update" ->
                acts(from) || to.equals(RESTRICT)
                        ? breach(
                                change,
                                Sort.CHANGED,
                                "has %s %s and no longer %s.",
                                change.attribute(),
                                action(to),
                                action(from))
                        : NONE;
            case "references", "columns", "definition" -> refuses(change, "is another one", change.after());
            case "match" -> to.isEmpty() ? NONE : refuses(change, "matches in full", change.after());
            case "enforced" -> to.isEmpty() ? refuses(change, "is enforced", change.after()) : NONE;
            case "deferrable" -> from.isEmpty() ? NONE : ConditionJudge.lessDeferrable(change);
            default -> NONE;
        };
    }

    private static List<Breach> refuses(Change change, String what, SchemaObject key) {
        return breach(
                change,
                Sort.REQUIRED,
                "%s: a row whose %s is not in %s is refused.",
                what,
                key.attribute("columns"),
                key.attribute("references"));
    }

    private boolean isHarmless(Added change) {
        SchemaObject key = change.object();
        return judgement.comesWithItsParent(change.name())
                || !key.attribute("enforced").isEmpty()
                || judgement.had(change.name(), FOREIGN_KEY).anyMatch(other -> isSame(other, key))
                || hasNewNull(key);
    }

    /** A row of the previous version has null there, and refers to nothing. */
    private boolean hasNewNull(SchemaObject key) {
        return key.attribute("match").isEmpty()
                && columns(key).stream()
                        .flatMap(name -> judgement.column(key.name().qualifiedParent(), name).stream())
                        .anyMatch(column -> judgement.isNewColumn(column)
                                && !ValueTypes.isNotNull(column)
                                && column.attribute("default").isEmpty()
                                && column.attribute("generated").isEmpty());
    }

    private boolean allColumns(SchemaObject key) {
        return columns(key).stream()
                .allMatch(name ->
                        judgement.column(key.name().qualifiedParent(), name).isPresent());
    }

    /** Whether two foreign keys do the same, validated or not. */
    private static boolean isSame(SchemaObject one, SchemaObject other) {
        return one.definition()
                .replace(" NOT VALID", "")
                .equals(other.definition().replace(" NOT VALID", ""));
    }

    private static List<String> columns(SchemaObject key) {
        return Arrays.asList(key.attribute("columns").split(", "));
    }

    private static String referenced(SchemaObject key) {
        String references = key.attribute("references");
        return references.substring(0, Math.max(0, references.indexOf('(')));
    }

    private static boolean acts(String action) {
        return !action.isEmpty() && !action.equals(RESTRICT);
    }

    private static String action(String action) {
        return action.isEmpty() ? "no action" : action;
    }
}

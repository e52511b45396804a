package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what keeps rows apart: primary keys, unique and exclusion constraints, and unique indexes. */
final class UniquenessJudge {

    private static final Set<ObjectKind> UNIQUE = Set.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.INDEX);
    private static final Set<ObjectKind> EXCLUSION = Set.of(ObjectKind.EXCLUSION);

    private final CompatibilityContext judgement;

    UniquenessJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Added added) {
            return judgement.comesWithItsParent(change.name()) ? NONE : added(added);
        } else if (change instanceof Removed removed) {
            return judgement.goesWithItsParent(change.name()) ? NONE : removed(removed);
        } else if (change instanceof Renamed renamed) {
            return isIndex(renamed.before()) ? NONE : CompatibilityContext.renamed(renamed);
        }
        return changed((Changed) change);
    }

    private List<Breach> added(Added change) {
        SchemaObject object = change.object();
        if (object.kind() == ObjectKind.EXCLUSION) {
            return wasExcluded(object) || mentionsNewNull(object)
                    ? NONE
                    : breach(change, Sort.REQUIRED, "is new: a row that conflicts with another is refused.");
        }
        return keepsApart(object) && !wasKeptApart(object) && !isKeptApartByNewColumns(object)
                ? refuses(change, object)
                : NONE;
    }

    private static List<Breach> refuses(Change change, SchemaObject object) {
        return breach(
                change,
                Sort.REQUIRED,
                "is new: a second row with the same %s is refused.",
                object.attribute("columns"));
    }

    private List<Breach> removed(Removed change) {
        SchemaObject object = change.object();
        boolean index = isIndex(object);
        if ((index && !keepsApart(object))
                || lostAColumn(object)
                || (index && replacement(object).isPresent())) {
            return NONE;
        }
        Optional<SchemaObject> successor = replacement(object);
        if (successor.isPresent()) {
            return breach(
                    change,
                    Sort.RENAMED,
                    "is called %s now.",
                    successor.get().name().qualified());
        }
        return breach(
                change,
                Sort.GONE,
                "is gone: ON CONFLICT of the previous version %s.",
                index ? "needs a unique index like it" : "may name it, or need it for its columns");
    }

    private List<Breach> changed(Changed change) {
        SchemaObject before = change.before();
        SchemaObject after = change.after();
        return switch (change.attribute()) {
            case "uniqueness" ->
                change.to().isEmpty()
                        ? breach(change, Sort.GONE, "is no longer unique: ON CONFLICT needs a unique index like it.")
                        : refuses(change, after);
            case "columns", "predicate", "nulls", "definition" ->
                isIndex(before) && !(keepsApart(before) && keepsApart(after))
                        ? NONE
                        : breach(change, Sort.CHANGED, "keeps other rows apart than before: %s.", after.definition());
            case "deferrable" ->
                change.from().isEmpty()
                        ? breach(change, Sort.NARROWED, "is deferrable: ON CONFLICT cannot refer to it.")
                        : ConditionJudge.lessDeferrable(change);
            default -> NONE;
        };
    }

    private boolean wasExcluded(SchemaObject constraint) {
        return judgement.had(constraint.name(), EXCLUSION).anyMatch(other -> other.definition()
                .equals(constraint.definition()));
    }

    /** A row of the previous version has null there, which conflicts with nothing. */
    private boolean mentionsNewNull(SchemaObject constraint) {
        Set<String> words = new HashSet<>(Arrays.asList(constraint.definition().split("[^\\p{L}\\p{N}_$]+")));
        return judgement
                .columnsBeside(constraint.name())
                .anyMatch(column -> words.contains(column.name().name()) && isNewAndNull(column));
    }

    /** Whether what was there kept at least the same rows apart. */
    private boolean wasKeptApart(SchemaObject object) {
        return judgement
                .had(object.name(), UNIQUE)
                .filter(UniquenessJudge::keepsApart)
                .anyMatch(other -> columns(object).containsAll(columns(other))
                        && (other.attribute("predicate").isEmpty()
                                || other.attribute("predicate").equals(object.attribute("predicate")))
                        && (!nullsCount(object) || nullsCount(other)));
    }

    /** A unique index or constraint that ON CONFLICT can refer to in the same words; of a constraint, another one of its kind. */
    private Optional<SchemaObject> replacement(SchemaObject gone) {
        return judgement
                .has(gone.name(), isIndex(gone) ? UNIQUE : Set.of(gone.kind()))
                .filter(UniquenessJudge::keepsApart)
                .filter(other -> columns(other).equals(columns(gone))
                        && other.attribute("deferrable").isEmpty()
                        && other.attribute("predicate").equals(gone.attribute("predicate")))
                .findFirst();
    }

    private boolean isKeptApartByNewColumns(SchemaObject object) {
        return judgement
                .columnsBeside(object.name())
                .filter(column -> columns(object).contains(column.name().name()))
                .anyMatch(column -> judgement.isNewColumn(column)
                        && (isAlwaysAnother(column) || (isNewAndNull(column) && !nullsCount(object))));
    }

    private boolean isNewAndNull(SchemaObject column) {
        return judgement.isNewColumn(column)
                && !ValueTypes.isNotNull(column)
                && column.attribute("default").isEmpty()
                && column.attribute("generated").isEmpty();
    }

    private boolean isAlwaysAnother(SchemaObject column) {
        String value = column.attribute("default");
        return !column.attribute("identity").isEmpty()
                || (!value.isEmpty() && judgement.types().isAlwaysAnother(value));
    }

    private boolean lostAColumn(SchemaObject object) {
        return columns(object).stream()
                .anyMatch(column -> judgement
                                .had(object.name(), Set.of(ObjectKind.COLUMN))
                                .anyMatch(had -> had.name().name().equals(column))
                        && judgement
                                .column(object.name().qualifiedParent(), column)
                                .isEmpty());
    }

    private static boolean isIndex(SchemaObject object) {
        return object.kind() == ObjectKind.INDEX;
    }

    private static boolean keepsApart(SchemaObject object) {
        return !isIndex(object) || !object.attribute("uniqueness").isEmpty();
    }

    private static boolean nullsCount(SchemaObject object) {
        return !object.attribute("nulls").isEmpty() || object.definition().contains("NULLS NOT DISTINCT");
    }

    /** In the words of an index, which quotes names, and of a constraint, which does not. */
    private static Set<String> columns(SchemaObject object) {
        return new HashSet<>(
                Arrays.asList(object.attribute("columns").replace("\"", "").split(", ")));
    }
}

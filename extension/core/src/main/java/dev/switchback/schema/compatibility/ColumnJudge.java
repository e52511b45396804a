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
import java.util.List;

/** Judges columns, and the attributes of composite types. */
final class ColumnJudge {

    private final CompatibilityContext judgement;

    ColumnJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Added added) {
            return added(added);
        } else if (change instanceof Removed) {
            return judgement.goesWithItsParent(change.name()) ? NONE : CompatibilityContext.gone(change);
        } else if (change instanceof Renamed renamed) {
            return CompatibilityContext.renamed(renamed);
        }
        return changed((Changed) change);
    }

    private List<Breach> added(Added change) {
        SchemaObject column = change.object();
        if (judgement.comesWithItsParent(change.name())) {
            return NONE;
        }
        if (isOfCompositeType(column)) {
            return breach(change, Sort.REQUIRED, "is new: a value with the attributes of before is refused.");
        }
        return isRequired(column) && judgement.hadRelation(change.name().qualifiedParent())
                ? breach(
                        change,
                        Sort.REQUIRED,
                        "is new, takes no null and has no default: a row that leaves it out is refused.")
                : NONE;
    }

    private boolean isOfCompositeType(SchemaObject column) {
        return judgement.objects(ObjectKind.COMPOSITE_TYPE).stream()
                .anyMatch(type -> type.name().qualified().equals(column.name().qualifiedParent()));
    }

    private List<Breach> changed(Changed change) {
        SchemaObject after = change.after();
        String from = change.from();
        String to = change.to();
        if (judgement.isOfView(after.name()) && !change.attribute().equals("type")) {
            return NONE;
        }
        return switch (change.attribute()) {
            case "type" -> judgement.retyped(change);
            case "nullability" -> nullability(change);
            case "default" -> to.isEmpty() ? withoutDefault(change, "has no default any more") : NONE;
            case "identity" -> identity(change);
            case "generated" ->
                from.isEmpty()
                        ? breach(change, Sort.NARROWED, "is computed now: a row that sets it is refused.")
                        : to.isEmpty() ? withoutDefault(change, "is no longer computed") : NONE;
            case "collation" ->
                breach(
                        change,
                        Sort.CHANGED,
                        "compares and sorts by %s, and no longer by %s.",
                        collation(to),
                        collation(from));
            default -> NONE;
        };
    }

    private List<Breach> nullability(Changed change) {
        if (!change.from().isEmpty() || change.to().isEmpty()) {
            return NONE;
        }
        String refused = isFilled(change.after()) ? "sets it to null" : "leaves it out or sets it to null";
        return breach(change, Sort.REQUIRED, "takes no null any more: a row that %s is refused.", refused);
    }

    private List<Breach> identity(Changed change) {
        if (change.to().startsWith("always") && !change.from().startsWith("always")) {
            return breach(
                    change,
                    Sort.NARROWED,
                    "is always generated as identity: a row that sets it is refused, unless it says OVERRIDING.");
        }
        return change.to().isEmpty() ? withoutDefault(change, "is no longer an identity") : NONE;
    }

    private List<Breach> withoutDefault(Changed change, String what) {
        if (isFilled(change.after())) {
            return NONE;
        }
        return ValueTypes.isNotNull(change.after())
                ? breach(change, Sort.REQUIRED, "%s: a row that leaves it out is refused.", what)
                : breach(change, Sort.CHANGED, "%s: in a row that leaves it out it is null.", what);
    }

    private boolean isRequired(SchemaObject column) {
        boolean notNull = ValueTypes.isNotNull(column)
                || judgement
                        .types()
                        .domainOf(column)
                        .filter(ValueTypes::isNotNull)
                        .isPresent();
        return notNull && !isFilled(column);
    }

    /** Whether a row that leaves the column out gets a value. */
    private boolean isFilled(SchemaObject column) {
        return has(column, "default")
                || has(column, "identity")
                || has(column, "generated")
                || judgement
                        .types()
                        .domainOf(column)
                        .filter(domain -> has(domain, "default"))
                        .isPresent();
    }

    private static boolean has(SchemaObject object, String attribute) {
        return !object.attribute(attribute).isEmpty();
    }

    private static String collation(String name) {
        return name.isEmpty() ? "the usual collation" : name;
    }
}

package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.ddl.Identifiers.quote;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The objects in the way of a change, which are dropped before it and made again after it: those that are to be there afterwards and whose text names what changes. */
final class DependentViews {

    private static final List<ObjectKind> ON_RELATIONS =
            List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FUNCTION, ObjectKind.PROCEDURE);

    private static final List<ObjectKind> ON_ROUTINES = List.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.CHECK,
            ObjectKind.INDEX,
            ObjectKind.POLICY,
            ObjectKind.TRIGGER,
            ObjectKind.COLUMN);

    private final DdlContext context;
    private final Set<SchemaObject> found = new LinkedHashSet<>();

    private DependentViews(DdlContext context) {
        this.context = context;
    }

    /** The statements between dropping and making what names the column's table; empty if nothing does. */
    static Optional<List<String>> around(SchemaObject column, DdlContext context, List<String> statements) {
        return context.from().parentOf(column).flatMap(table -> around(table, ON_RELATIONS, context, statements));
    }

    /** The same for a table or view itself. */
    static Optional<List<String>> aroundRelation(SchemaObject relation, DdlContext context, List<String> statements) {
        return around(relation, ON_RELATIONS, context, statements);
    }

    /** The same for a function. */
    static Optional<List<String>> aroundRoutine(SchemaObject routine, DdlContext context, List<String> statements) {
        return around(routine, ON_ROUTINES, context, statements);
    }

    private static Optional<List<String>> around(
            SchemaObject object, List<ObjectKind> kinds, DdlContext context, List<String> statements) {
        DependentViews dependants = new DependentViews(context);
        dependants.collect(object, kinds);
        if (dependants.found.isEmpty()) {
            return Optional.empty();
        }
        List<SchemaObject> order = new ArrayList<>(dependants.found);
        List<SchemaObject> reverse = new ArrayList<>(order);
        Collections.reverse(reverse);
        List<String> all = new ArrayList<>();
        reverse.forEach(each -> all.add(dependants.drop(each)));
        all.addAll(statements);
        order.forEach(each -> all.add(dependants.make(each)));
        return Optional.of(List.copyOf(all));
    }

    /** Adds the objects that depend on one, each after all that it depends on itself. */
    private void collect(SchemaObject object, List<ObjectKind> kinds) {
        Pattern name =
                Pattern.compile("(?<![\\w.\"])" + Pattern.quote(StatementName.of(object.name())) + "(?![\\w\"])");
        kinds.stream()
                .flatMap(this::candidates)
                .filter(each -> !each.name().equals(object.name())
                        && name.matcher(text(each)).find())
                .forEach(each -> {
                    found.remove(each);
                    found.add(each);
                    if (each.kind().isView()) {
                        collect(each, ON_RELATIONS);
                    }
                });
    }

    /** The objects that stay, and functions that are made anew, which may be there by then. */
    private Stream<SchemaObject> candidates(ObjectKind kind) {
        return isRoutine(kind)
                ? context.to().all(kind).stream()
                : context.from().all(kind).stream().filter(context::stays);
    }

    private static boolean isRoutine(ObjectKind kind) {
        return kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE;
    }

    /** The part of its text that the server keeps as references. */
    private static String text(SchemaObject object) {
        return switch (object.kind()) {
            case FUNCTION, PROCEDURE -> object.attribute("arguments") + " " + object.attribute("returns");
            case CHECK -> object.attribute("expression");
            case COLUMN -> object.attribute("default");
            default -> object.definition();
        };
    }

    private String drop(SchemaObject object) {
        return switch (object.kind()) {
            case CHECK ->
                "ALTER " + parent(object) + " DROP CONSTRAINT "
                        + quote(object.name().name());
            case COLUMN ->
                "ALTER " + parent(object) + " ALTER COLUMN "
                        + quote(object.name().name()) + " DROP DEFAULT";
            case FUNCTION, PROCEDURE ->
                "DROP " + context.address().typed(object.name()).replaceFirst(" ", " IF EXISTS ");
            default -> "DROP " + context.address().typed(object.name());
        };
    }

    private String make(SchemaObject before) {
        SchemaObject object = context.to().find(before.name()).orElse(before);
        return switch (object.kind()) {
            case CHECK -> "ALTER " + parent(object) + ConstraintWriter.add(object);
            case COLUMN ->
                "ALTER " + parent(object) + " ALTER COLUMN "
                        + quote(object.name().name()) + ColumnTypeWriter.setDefault(object);
            case FUNCTION, PROCEDURE -> RoutineWriter.text(object);
            case INDEX -> IndexWriter.text(object);
            case POLICY -> PolicyWriter.text(object, context);
            case TRIGGER -> TriggerWriter.text(object);
            default -> ViewWriter.text(object, "CREATE ");
        };
    }

    private String parent(SchemaObject object) {
        return context.address().typedParent(object.name());
    }
}

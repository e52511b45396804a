package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

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

/**
 * The statements that drop what is in the way of a change and make it again afterwards: objects that are to be there then, and
 * whose text names what changes.
 */
final class DependentStatements {

    private static final List<ObjectKind> ON_VIEWS = List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

    private static final List<ObjectKind> ON_RELATIONS =
            List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FUNCTION, ObjectKind.PROCEDURE);

    /** Kinds of objects that may speak of a type's values or of a column in words that the server keeps as references. */
    private static final List<ObjectKind> ON_TYPES = List.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.CHECK,
            ObjectKind.INDEX,
            ObjectKind.POLICY,
            ObjectKind.TRIGGER,
            ObjectKind.RULE,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE);

    private static final List<ObjectKind> ON_ROUTINES = List.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.CHECK,
            ObjectKind.INDEX,
            ObjectKind.POLICY,
            ObjectKind.TRIGGER,
            ObjectKind.COLUMN,
            ObjectKind.OPERATOR,
            ObjectKind.AGGREGATE);

    private final DdlContext context;
    private final Set<SchemaObject> found = new LinkedHashSet<>();

    private DependentStatements(DdlContext context) {
        this.context = context;
    }

    /** The statements between dropping and making what names the column's table; empty if nothing does. */
    static Optional<List<String>> around(SchemaObject column, DdlContext context, List<String> statements) {
        DependentStatements dependants = new DependentStatements(context);
        context.from().parentOf(column).ifPresent(table -> {
            dependants.collect(table, ON_RELATIONS);
            Inheritance.heirs(table, context.from()).forEach(heir -> dependants.collect(heir, ON_VIEWS));
        });
        dependants.collectOfTable(column);
        return dependants.around(statements);
    }

    /** The same for a type and all tables that have it in a column. */
    static Optional<List<String>> aroundType(
            SchemaObject type, List<SchemaObject> columns, DdlContext context, List<String> statements) {
        return ofTypes(List.of(type), columns, context).around(statements);
    }

    /** The statements that drop what names one of some types or a table that has them in a column, and stays. */
    static List<String> dropsOfTypes(List<SchemaObject> types, List<SchemaObject> columns, DdlContext context) {
        return ofTypes(types, columns, context).drops();
    }

    private static DependentStatements ofTypes(
            List<SchemaObject> types, List<SchemaObject> columns, DdlContext context) {
        DependentStatements dependants = new DependentStatements(context);
        for (SchemaObject column : columns) {
            context.from().parentOf(column).ifPresent(table -> dependants.collect(table, ON_VIEWS));
            dependants.collectOfTable(column);
        }
        types.forEach(type -> dependants.collect(type, ON_TYPES));
        return dependants;
    }

    /** The statements that drop what names a relation and stays. */
    static List<String> drops(SchemaObject relation, DdlContext context) {
        return drops(relation, ON_RELATIONS, context);
    }

    /** The same for a function. */
    static List<String> dropsOfRoutine(SchemaObject routine, DdlContext context) {
        return drops(routine, ON_ROUTINES, context);
    }

    private static List<String> drops(SchemaObject object, List<ObjectKind> kinds, DdlContext context) {
        DependentStatements dependants = new DependentStatements(context);
        dependants.collect(object, kinds);
        return dependants.drops();
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
        DependentStatements dependants = new DependentStatements(context);
        dependants.collect(object, kinds);
        return dependants.around(statements);
    }

    private Optional<List<String>> around(List<String> statements) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(drops());
        all.addAll(statements);
        found.forEach(each -> make(each).ifPresent(all::add));
        return Optional.of(List.copyOf(all));
    }

    private List<String> drops() {
        List<SchemaObject> reverse = new ArrayList<>(found);
        Collections.reverse(reverse);
        return reverse.stream().map(this::drop).toList();
    }

    /** Adds the objects that depend on one, each after all that it depends on itself. */
    private void collect(SchemaObject object, List<ObjectKind> kinds) {
        Pattern name = word(StatementName.of(object.name()));
        kinds.stream()
                .flatMap(this::candidates)
                .filter(each -> !each.name().equals(object.name())
                        && name.matcher(text(each)).find())
                .forEach(each -> {
                    found.remove(each);
                    found.add(each);
                    if (each.kind().isView()) {
                        collect(each, ON_RELATIONS);
                    } else if (each.kind() == ObjectKind.AGGREGATE) {
                        collect(each, ON_ROUTINES);
                    }
                });
    }

    /** Adds the triggers, rules and policies of the column's table that name the column. */
    private void collectOfTable(SchemaObject column) {
        Pattern name = part(quoteIfNeeded(column.name().name()));
        Stream.of(ObjectKind.POLICY, ObjectKind.TRIGGER, ObjectKind.RULE)
                .flatMap(this::candidates)
                .filter(each ->
                        each.name().qualifiedParent().equals(column.name().qualifiedParent())
                                && name.matcher(text(each)).find())
                .forEach(found::add);
    }

    /** The name of a column, of which a table's or {@code new} may stand in front. */
    static Pattern part(String name) {
        return Pattern.compile("(?<![\\w\"])" + Pattern.quote(name) + "(?![\\w\"])");
    }

    private static Pattern word(String name) {
        return Pattern.compile("(?<![\\w.\"])" + Pattern.quote(name) + "(?![\\w\"])");
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
            case POLICY -> object.attribute("using") + " " + object.attribute("check");
            case COLUMN -> object.attribute("default") + object.attribute("generated");
            default -> object.definition();
        };
    }

    private String drop(SchemaObject object) {
        return switch (object.kind()) {
            case CHECK ->
                "ALTER " + parent(object) + " DROP CONSTRAINT "
                        + quoteIfNeeded(object.name().name());
            case COLUMN ->
                "ALTER " + parent(object)
                        + (isGenerated(object)
                                ? " DROP COLUMN " + quoteIfNeeded(object.name().name())
                                : " ALTER COLUMN " + quoteIfNeeded(object.name().name()) + " DROP DEFAULT");
            case FUNCTION, PROCEDURE ->
                "DROP " + context.address().typed(object.name()).replaceFirst(" ", " IF EXISTS ");
            default -> "DROP " + context.address().typed(object.name());
        };
    }

    private static boolean isGenerated(SchemaObject column) {
        return !column.attribute("generated").isEmpty();
    }

    /** The statement that makes it again; of some kinds none, which are missing then and are made in the next round. */
    private Optional<String> make(SchemaObject before) {
        SchemaObject object = context.to().find(before.name()).orElse(before);
        return object.kind() == ObjectKind.OPERATOR || isGenerated(object)
                ? Optional.empty()
                : Optional.of(statement(object));
    }

    private String statement(SchemaObject object) {
        return switch (object.kind()) {
            case CHECK -> "ALTER " + parent(object) + ConstraintText.add(object);
            case COLUMN ->
                "ALTER " + parent(object) + " ALTER COLUMN "
                        + quoteIfNeeded(object.name().name()) + ColumnText.setDefault(object);
            case FUNCTION, PROCEDURE, AGGREGATE -> RoutineText.of(object);
            case INDEX -> IndexText.of(object);
            case POLICY -> PolicyWriter.text(object, context);
            case TRIGGER, RULE -> TriggerWriter.text(object);
            default -> ViewText.of(object, "CREATE ");
        };
    }

    private String parent(SchemaObject object) {
        return context.address().typedParent(object.name());
    }
}

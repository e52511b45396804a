package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.migration.Severity;
import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.compatibility.BackwardCompatibility;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An object that is there before the migration and not after it, whatever came and went in between. */
final class ObjectRemoved implements EffectCheck {

    private static final Set<ObjectKind> CONSTRAINTS = EnumSet.of(
            ObjectKind.CHECK, ObjectKind.FOREIGN_KEY, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private static final Set<ObjectKind> ROUTINES =
            EnumSet.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

    private static final List<ObjectRemoved> SORTS = List.of(
            new ObjectRemoved("schema-dropped", "a schema", EnumSet.of(ObjectKind.SCHEMA)),
            new ObjectRemoved("view-dropped", "a view", EnumSet.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)),
            new ObjectRemoved("routine-dropped", "a function or procedure", ROUTINES),
            new ObjectRemoved(
                    "type-dropped",
                    "a type",
                    EnumSet.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE_TYPE)),
            new ObjectRemoved("constraint-dropped", "a constraint", CONSTRAINTS));

    private final LintRule rule;
    private final Set<ObjectKind> kinds;

    private ObjectRemoved(String id, String what, Set<ObjectKind> kinds) {
        this.rule = new LintRule(id, what + " is dropped", Severity.FAIL, LintCategory.DESTRUCTIVE);
        this.kinds = kinds;
    }

    /** One check for each sort of object. */
    static Stream<EffectCheck> all() {
        return SORTS.stream().map(EffectCheck.class::cast);
    }

    /** The kinds of all of them. */
    static Stream<ObjectKind> kinds() {
        return SORTS.stream().flatMap(sort -> sort.kinds.stream());
    }

    @Override
    public LintRule rule() {
        return rule;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        return migration.difference().changes().stream()
                .filter(Removed.class::isInstance)
                .map(change -> ((Removed) change).object())
                .filter(object -> kinds.contains(object.kind()))
                .filter(object -> !goesWithItsParent(object, migration) && !isReplaced(object, migration))
                .map(object -> Place.on(object.name(), rule, migration, object.name() + " is dropped")
                        .because("", reason(object.kind())))
                .toList();
    }

    private static String reason(ObjectKind kind) {
        return CONSTRAINTS.contains(kind)
                ? "From then on rows may be written that it refused, and no undo can add it back while they are there."
                : "The version of the application that still runs may use it.";
    }

    private static boolean goesWithItsParent(SchemaObject object, MigrationEffects migration) {
        ObjectName name = object.name();
        return name.hasParent()
                && (migration.difference().after().parentOf(name).isEmpty()
                        || (CONSTRAINTS.contains(name.kind())
                                && removed(migration)
                                        .anyMatch(other -> other.kind() == ObjectKind.COLUMN
                                                && other.qualifiedParent().equals(name.qualifiedParent())
                                                && object.definition().contains(other.name()))));
    }

    /** A constraint that another one of its sort takes the place of, or that the column itself holds. */
    private static boolean isReplaced(SchemaObject object, MigrationEffects migration) {
        ObjectName name = object.name();
        boolean hasOther = migration.difference().changes().stream()
                .filter(Added.class::isInstance)
                .map(Change::name)
                .anyMatch(added -> added.kind() == name.kind()
                        && added.hasParent()
                        && added.qualifiedParent().equals(name.qualifiedParent()));
        return hasOther
                || (name.kind() == ObjectKind.CHECK && isNotNull(object, migration))
                || (name.kind() == ObjectKind.UNIQUE && isUniqueByIndex(object, migration))
                || (ROUTINES.contains(name.kind()) && isHarmless(object, migration));
    }

    /** Whether a check says of columns that they are not null, which they are by now. */
    private static boolean isNotNull(SchemaObject check, MigrationEffects migration) {
        Set<String> said = Stream.of(check.definition()
                        .replaceFirst(" NOT VALID$", "")
                        .replaceAll("^CHECK |[\"()]", "")
                        .split(" AND "))
                .collect(Collectors.toSet());
        Set<String> known = migration
                .difference()
                .after()
                .find(ObjectKind.TABLE, check.name().qualifiedParent())
                .map(table -> migration.difference().after().childrenOf(table))
                .orElse(List.of())
                .stream()
                .filter(column -> column.kind() == ObjectKind.COLUMN
                        && column.attribute("nullability").equals("not null"))
                .map(column -> column.name().name() + " IS NOT NULL")
                .collect(Collectors.toSet());
        return known.containsAll(said);
    }

    /** Whether an index keeps the same rows apart now. */
    private static boolean isUniqueByIndex(SchemaObject constraint, MigrationEffects migration) {
        return migration
                .difference()
                .after()
                .find(ObjectKind.TABLE, constraint.name().qualifiedParent())
                .map(table -> migration.difference().after().childrenOf(table))
                .orElse(List.of())
                .stream()
                .anyMatch(index -> index.kind() == ObjectKind.INDEX
                        && !index.attribute("uniqueness").isEmpty()
                        && index.attribute("predicate").isEmpty()
                        && index.attribute("columns").replace("\"", "").equals(constraint.attribute("columns")));
    }

    /** Whether calls of a routine find another one. */
    private static boolean isHarmless(SchemaObject routine, MigrationEffects migration) {
        return BackwardCompatibility.breaches(migration.difference()).stream()
                .noneMatch(breach -> breach.change() instanceof Removed removed
                        && removed.object().equals(routine));
    }

    private static Stream<ObjectName> removed(MigrationEffects migration) {
        return migration.difference().changes().stream()
                .filter(Removed.class::isInstance)
                .map(Change::name);
    }
}

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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An object that is there before the migration and not after it, whatever came and went in between. */
final class ObjectRemoved implements EffectCheck {

    private static final Set<ObjectKind> CONSTRAINTS = EnumSet.of(
            ObjectKind.CHECK, ObjectKind.FOREIGN_KEY, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private final LintRule rule;
    private final Set<ObjectKind> kinds;

    private ObjectRemoved(String id, String what, Set<ObjectKind> kinds) {
        this.rule = new LintRule(id, what + " is dropped", Severity.FAIL, LintCategory.DESTRUCTIVE);
        this.kinds = kinds;
    }

    /** One check for each sort of object. */
    static Stream<EffectCheck> all() {
        return Stream.of(
                new ObjectRemoved("schema-dropped", "a schema", EnumSet.of(ObjectKind.SCHEMA)),
                new ObjectRemoved("view-dropped", "a view", EnumSet.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)),
                new ObjectRemoved(
                        "routine-dropped",
                        "a function or procedure",
                        EnumSet.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE)),
                new ObjectRemoved(
                        "type-dropped",
                        "a type",
                        EnumSet.of(
                                ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE_TYPE)),
                new ObjectRemoved("constraint-dropped", "a constraint", CONSTRAINTS));
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
        return hasOther || (name.kind() == ObjectKind.CHECK && isNotNull(object, migration));
    }

    private static boolean isNotNull(SchemaObject check, MigrationEffects migration) {
        return migration
                .difference()
                .after()
                .find(ObjectKind.TABLE, check.name().qualifiedParent())
                .map(table -> migration.difference().after().childrenOf(table).stream()
                        .filter(column -> column.kind() == ObjectKind.COLUMN
                                && column.attribute("nullability").equals("not null"))
                        .anyMatch(column -> check.definition()
                                .replaceAll("[\"()]", "")
                                .strip()
                                .matches("CHECK "
                                        + java.util.regex.Pattern.quote(
                                                column.name().name()) + " IS NOT NULL")))
                .orElse(false);
    }

    private static Stream<ObjectName> removed(MigrationEffects migration) {
        return migration.difference().changes().stream()
                .filter(Removed.class::isInstance)
                .map(Change::name);
    }
}

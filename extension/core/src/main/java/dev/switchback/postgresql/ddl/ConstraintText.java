package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Set;

/** A constraint as CREATE TABLE and ADD CONSTRAINT want it. */
final class ConstraintText {

    private static final List<ObjectKind> KINDS = List.of(
            ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.CHECK, ObjectKind.EXCLUSION, ObjectKind.FOREIGN_KEY);

    /** The kinds that an index serves. */
    static final Set<ObjectKind> WITH_INDEX = Set.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private ConstraintText() {}

    static List<SchemaObject> of(SchemaObject table, SchemaLookup lookup) {
        return KINDS.stream()
                .flatMap(kind -> lookup.children(table, kind).stream())
                .toList();
    }

    /** Whether a constraint can be part of the CREATE TABLE of its table: a foreign key only if it leads to what is there. */
    static boolean isInline(SchemaObject constraint, DdlContext context) {
        boolean isMadeByParent = PartialIndex.isImplied(constraint)
                && (constraint.kind() == ObjectKind.FOREIGN_KEY
                        || context.from().parentOf(constraint).isPresent());
        if (isMadeByParent
                || !constraint.attribute("valid").isEmpty()
                || (WITH_INDEX.contains(constraint.kind()) && PartialIndex.isBesideWhole(constraint, context))) {
            return false;
        }
        if (constraint.kind() != ObjectKind.FOREIGN_KEY) {
            return !isRepeated(constraint, context);
        }
        if (context.keepsKeysApart()) {
            return false;
        }
        String target = target(constraint);
        return constraint.name().qualifiedParent().equals(target)
                || context.to()
                        .parent(target)
                        .filter(table -> context.stays(table) || context.isMade(table.name()))
                        .isPresent();
    }

    /** Whether another constraint asks for the same index: of two in one statement, the server makes only one. */
    private static boolean isRepeated(SchemaObject constraint, DdlContext context) {
        if (!WITH_INDEX.contains(constraint.kind())) {
            return false;
        }
        for (SchemaObject other : context.to()
                .parentOf(constraint)
                .map(table -> of(table, context.to()))
                .orElse(List.of())) {
            if (other.equals(constraint)) {
                return false;
            }
            if (WITH_INDEX.contains(other.kind()) && asked(other).equals(asked(constraint))) {
                return true;
            }
        }
        return false;
    }

    private static String asked(SchemaObject constraint) {
        return constraint.definition().replaceFirst("^(PRIMARY KEY|UNIQUE) ", "");
    }

    /** The table that a foreign key leads to, qualified and without quotes. */
    static String target(SchemaObject foreignKey) {
        String references = foreignKey.attribute("references");
        return references.substring(0, Math.max(0, references.lastIndexOf('(')));
    }

    /** The words that add it, after those that alter its table or domain. */
    static String add(SchemaObject constraint) {
        return " ADD CONSTRAINT " + quoteIfNeeded(constraint.name().name()) + " " + constraint.definition();
    }
}

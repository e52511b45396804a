package dev.switchback.assertions;

import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.util.Optional;
import java.util.Set;

/** Compares a schema with another. */
final class Comparisons {

    /** Attributes that are privileges or comments, and no part of the structure. */
    private static final Set<String> NO_STRUCTURE = Set.of(
            "owner",
            "grants",
            "revoked",
            "comment",
            "index comment",
            "sequence grants",
            "sequence revoked",
            "sequence comment");

    private static final Set<ObjectKind> ONLY_RIGHTS = Set.of(ObjectKind.DEFAULT_PRIVILEGES, ObjectKind.BUILT_IN);

    private Comparisons() {}

    static Optional<Mismatch> identical(Schema actual, Schema other) {
        return Mismatch.changes(
                SchemaDiff.between(other, actual),
                "The schema is not identical to the expected one. What is expected, and what is there:");
    }

    static Optional<Mismatch> sameStructure(Schema actual, Schema other) {
        return Mismatch.changes(
                SchemaDiff.between(other, actual).only(Comparisons::isStructure),
                "The schema differs in structure from the expected one. Expected, and found:");
    }

    static Optional<Mismatch> unchanged(SchemaDiff diff) {
        return Mismatch.changes(diff, "The schema has changed. What was, and what is there:");
    }

    private static boolean isStructure(Change change) {
        return !ONLY_RIGHTS.contains(change.name().kind())
                && !(change instanceof Change.Changed changed && NO_STRUCTURE.contains(changed.attribute()));
    }
}

package dev.switchback.migration.drift;

import dev.switchback.migration.MigrationsException;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Set;

/** Makes sure that migrations run only where nothing can be lost. */
final class EmptyDatabaseCheck {

    private static final Set<ObjectKind> CONTENTS = Set.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE);

    private EmptyDatabaseCheck() {}

    /**
     * Refuses a database that holds anything, or that is the one to be compared.
     *
     * @param own of the database in which migrations are to run
     */
    static void check(Schema own, Schema compared) {
        if (!own.origin().isEmpty() && own.origin().equals(compared.origin())) {
            throw new MigrationsException(
                    """
                    The database is to be compared with itself: Flyway is configured with the same one.

                    The migrations run in a database of their own, and never in the one that is compared. In a test, @TestDatabase(target = "empty") \
                    gives an empty one.""");
        }
        List<SchemaObject> contents = contents(own);
        if (!contents.isEmpty()) {
            throw new MigrationsException(
                    """
                    The database that Flyway is configured with is not empty: it holds %s%s.

                    The migrations that were applied elsewhere run there, and only there. In a test, @TestDatabase(target = "empty") gives an \
                    empty one."""
                            .formatted(
                                    contents.get(0).name(),
                                    contents.size() == 1 ? "" : " and " + (contents.size() - 1) + " more"));
        }
    }

    /** The objects that hold something, or are used to get at it. */
    static List<SchemaObject> contents(Schema schema) {
        return schema.objects().stream()
                .filter(object -> CONTENTS.contains(object.kind()))
                .toList();
    }
}

package dev.switchback.jupiter;

import dev.switchback.schema.ExcludedObjects;
import dev.switchback.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.opentest4j.AssertionFailedError;

/** A class or test with {@link dev.switchback.SchemaGolden} is not run while the schema differs from its file. */
final class GoldenGate {

    private GoldenGate() {}

    static void pass(GoldenRequest request, DatabaseSettings settings, SwitchbackSession session) {
        Schema schema = compared(schema(settings, session), request.exclude());
        request.file().check(schema, request.updates()).ifPresent(failure -> {
            throw new AssertionFailedError(failure.message(), failure.expected(), failure.found());
        });
    }

    private static Schema compared(Schema whole, List<String> exclude) {
        try {
            ExcludedObjects.check(exclude, whole);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("@SchemaGolden(exclude) = " + e.getMessage(), e);
        }
        return whole.without(exclude);
    }

    /** The schema as the migrations leave it: what a class or its tests do to their own databases is no matter. */
    private static Schema schema(DatabaseSettings settings, SwitchbackSession session) {
        try (Lease lease = Lease.owning(session.database(settings), settings, session, "@SchemaGolden")) {
            return lease.schema();
        }
    }
}

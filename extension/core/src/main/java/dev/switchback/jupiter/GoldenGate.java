package dev.switchback.jupiter;

import dev.switchback.schema.Schema;
import org.opentest4j.AssertionFailedError;

/** A class or test with {@link dev.switchback.SchemaGolden} is not run while the schema differs from its file. */
final class GoldenGate {

    private GoldenGate() {}

    static void pass(GoldenRequest request, DatabaseSettings settings, SwitchbackSession session) {
        Schema schema = schema(settings, session).without(request.exclude());
        request.file().check(schema, request.updates()).ifPresent(failure -> {
            throw new AssertionFailedError(failure.message(), failure.expected(), failure.found());
        });
    }

    /** The schema as the migrations leave it: what a class or its tests do to their own databases is no matter. */
    private static Schema schema(DatabaseSettings settings, SwitchbackSession session) {
        try (Lease lease = Lease.owning(session.database(settings), settings, session, "@SchemaGolden")) {
            return lease.schema();
        }
    }
}

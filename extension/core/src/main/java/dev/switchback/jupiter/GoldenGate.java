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
        Schema compared = whole.without(exclude);
        ExcludedObjects excluded = ExcludedObjects.by(exclude);
        excluded.see(whole, compared);
        if (excluded.leaveNothing()) {
            throw ConfigurationErrors.value(
                    "@SchemaGolden(exclude)",
                    String.join(", ", exclude),
                    "it leaves nothing to compare; name only what is not to be compared, such as public.audit_*");
        }
        excluded.unmatched().stream().findFirst().ifPresent(line -> {
            throw new ExtensionConfigurationException("@SchemaGolden(exclude) = " + line
                    + " Patterns are qualified names in which * stands for any characters; remove one that is not needed"
                    + " any more.");
        });
        return compared;
    }

    /** The schema as the migrations leave it: what a class or its tests do to their own databases is no matter. */
    private static Schema schema(DatabaseSettings settings, SwitchbackSession session) {
        try (Lease lease = Lease.owning(session.database(settings), settings, session, "@SchemaGolden")) {
            return lease.schema();
        }
    }
}

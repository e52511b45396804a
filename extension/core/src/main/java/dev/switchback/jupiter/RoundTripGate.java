package dev.switchback.jupiter;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.migration.Finding;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripResult;
import java.util.List;
import org.junit.platform.commons.support.AnnotationSupport;

/** A class with {@link MigrationRoundTrip} and no such method is not run while a migration fails its round trip. */
final class RoundTripGate {

    private RoundTripGate() {}

    static boolean isAt(Class<?> testClass) {
        return AnnotationSupport.isAnnotated(testClass, MigrationRoundTrip.class)
                && !AnnotationPlacement.hasRoundTrips(testClass);
    }

    /** Runs the round trip, and returns all that it finds. */
    static List<Finding> run(RoundTripRequest request, RoundTripOutput output, SwitchbackSession session) {
        RoundTrip roundTrip = request.prepare(session);
        RoundTripResult result;
        try (Progress shown = output.progress().start(roundTrip.migrations())) {
            result = roundTrip.run(shown::judged);
        }
        output.report().accept(result);
        return ConsoleReport.findings(result).toList();
    }
}

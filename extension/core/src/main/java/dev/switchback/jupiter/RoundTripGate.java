package dev.switchback.jupiter;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.migration.Finding;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripResult;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A class with {@link MigrationRoundTrip} and no such method is not run while a migration fails its round trip. */
final class RoundTripGate {

    private RoundTripGate() {}

    static void pass(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        if (!AnnotationSupport.isAnnotated(testClass, MigrationRoundTrip.class) || Use.hasRoundTrips(testClass)) {
            return;
        }
        RoundTripRequest request = RoundTripRequest.of(context);
        Consumer<RoundTripResult> report = ConsoleReport.asked(context);
        Progress.Wanted progress = Progress.Wanted.by(context);
        RoundTrip roundTrip = request.prepare(SwitchbackSession.of(context));
        RoundTripResult result;
        try (Progress shown = progress.start(roundTrip.migrations())) {
            result = roundTrip.run(shown::judged);
        }
        report.accept(result);
        List<Finding> findings = Stream.concat(
                        result.steps().stream().flatMap(step -> Outcome.findings(step).stream()),
                        result.findings().stream())
                .toList();
        Outcome.tell(findings, context);
    }
}

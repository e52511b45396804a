package dev.switchback.jupiter;

import dev.switchback.migration.RoundTripResult;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The output of a round trip on the terminal, as configuration parameters ask for it.
 *
 * @param report is handed the result at the end
 * @param progress shows how far it is
 */
record RoundTripOutput(Consumer<RoundTripResult> report, Progress.Wanted progress) {

    /** Refuses an unknown value before the round trip begins. */
    static RoundTripOutput read(ExtensionContext context, RoundTripRequest request) {
        return new RoundTripOutput(
                VerdictTables.asked(context, request), Progress.Wanted.by(context::getConfigurationParameter));
    }
}

package dev.switchback.jupiter;

import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.opentest4j.AssertionFailedError;

/** A test does not run on rows that are not those of its fingerprint. */
final class FingerprintGate {

    private FingerprintGate() {}

    static void pass(FingerprintRequest fingerprint, SeededTemplate template) {
        List<String> remarks = template.seeded().remarks();
        if (!remarks.isEmpty()) {
            throw new ExtensionConfigurationException(FingerprintRequest.ATTRIBUTE
                    + ": the rows are not the same in every run, and so they have no fingerprint:\n  "
                    + String.join("\n  ", remarks));
        }
        template.check(fingerprint.text(), fingerprint.updates()).ifPresent(failure -> {
            throw new AssertionFailedError(failure.message(), failure.expected(), failure.found());
        });
    }
}

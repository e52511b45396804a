package dev.switchback.jupiter;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.content.ExpectedFingerprint;
import dev.switchback.testfiles.FileUpdates;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** A test does not run on rows that are not those of its fingerprint. */
final class FingerprintGate {

    private static final String WHAT = "@SeededFixtures(fingerprint)";

    private FingerprintGate() {}

    /** Refuses what is no fingerprint, before a database is touched. */
    static void check(Seeding seeding) {
        if (!seeding.fingerprint().isEmpty()) {
            try {
                ExpectedFingerprint.of(seeding.fingerprint());
            } catch (FixtureException e) {
                throw new ExtensionConfigurationException(WHAT + ": " + e.getMessage(), e);
            }
        }
    }

    static void pass(ExtensionContext context) {
        Seeding seeding = Seeding.of(context);
        if (seeding.fingerprint().isEmpty()) {
            return;
        }
        FileUpdates updates = updates(context);
        SeededTemplate template = SwitchbackSession.of(context).seeded(DatabaseSettings.of(context), seeding);
        List<String> remarks = template.seeded().remarks();
        if (!remarks.isEmpty()) {
            throw new ExtensionConfigurationException(
                    WHAT + ": the rows are not the same in every run, and so they have no fingerprint:\n  "
                            + String.join("\n  ", remarks));
        }
        template.check(seeding.fingerprint(), updates).ifPresent(failure -> {
            throw new AssertionFailedError(failure.message(), failure.expected(), failure.found());
        });
    }

    private static FileUpdates updates(ExtensionContext context) {
        try {
            return FileUpdates.of(
                    ExpectedFingerprint.PROPERTY,
                    context.getConfigurationParameter(ExpectedFingerprint.PROPERTY),
                    System::getenv);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }
}

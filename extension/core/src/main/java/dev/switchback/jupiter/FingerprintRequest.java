package dev.switchback.jupiter;

import dev.switchback.SeededFixtures;
import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.content.ExpectedFingerprint;
import dev.switchback.testfiles.FileUpdates;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The fingerprint that seeded rows must have.
 *
 * @param text its digits, or its file
 * @param updates whether the file may be written
 */
record FingerprintRequest(String text, FileUpdates updates) {

    static final String ATTRIBUTE = "@SeededFixtures(fingerprint)";

    /** The fingerprint of the nearest annotation, checked; one that is further out speaks of fewer rows. */
    static Optional<FingerprintRequest> read(AnnotationLevels<SeededFixtures> said) {
        return said.levels().stream()
                .findFirst()
                .map(nearest -> nearest.annotation().fingerprint().strip())
                .filter(text -> !text.isEmpty())
                .map(text -> new FingerprintRequest(check(text), updates(said)));
    }

    private static String check(String text) {
        try {
            ExpectedFingerprint.of(text);
            return text;
        } catch (FixtureException e) {
            throw new ExtensionConfigurationException(ATTRIBUTE + ": " + e.getMessage(), e);
        }
    }

    private static FileUpdates updates(AnnotationLevels<SeededFixtures> said) {
        try {
            return FileUpdates.of(
                    ExpectedFingerprint.PROPERTY, said.parameter(ExpectedFingerprint.PROPERTY), System::getenv);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }
}

package dev.switchback.testcontainers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchback.provision.ProvisionException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, and says so, where there is no Docker engine to test with. */
final class RealEngine implements BeforeAllCallback {

    /** The tag of an image {@code postgres} that the engine has or can pull. */
    static final String VERSION =
            Optional.ofNullable(System.getenv("SWITCHBACK_POSTGRES_TAG")).orElse("17");

    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            new DockerEngine().require(new TimeLimits(Duration.ofSeconds(60), Duration.ofSeconds(300)));
        } catch (ProvisionException e) {
            assumeTrue(false, "skipped, as it needs a Docker engine: " + e.getMessage());
        }
    }
}

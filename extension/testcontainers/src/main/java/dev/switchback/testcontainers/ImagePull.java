package dev.switchback.testcontainers;

import com.github.dockerjava.api.exception.DockerException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** Asks the engine once more for an image that Testcontainers gave up on: it says only that it gave up. */
final class ImagePull {

    private ImagePull() {}

    /** The engine's words; empty if it has none. */
    static Optional<String> failure(String image) {
        DockerImageName name = DockerImageName.parse(image);
        try {
            DockerClientFactory.lazyClient()
                    .pullImageCmd(name.getUnversionedPart())
                    .withTag(name.getVersionPart())
                    .start()
                    .awaitCompletion(20, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (DockerException e) {
            return Optional.ofNullable(e.getMessage()).map(String::strip);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

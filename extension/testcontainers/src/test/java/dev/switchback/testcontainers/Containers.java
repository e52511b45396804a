package dev.switchback.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** The containers that these tests made, running or not. */
final class Containers {

    private Containers() {}

    static List<Container> of(String image) {
        return DockerClientFactory.lazyClient()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of("org.testcontainers.sessionId", DockerClientFactory.SESSION_ID))
                .withAncestorFilter(List.of(image))
                .exec();
    }

    static void awaitNone(String image) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!of(image).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(of(image)).isEmpty();
    }
}

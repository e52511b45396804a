package dev.switchback.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.provision.ProvisionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DockerEngineTests {

    private static final TimeLimits ONE_SECOND = new TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void isAskedOnce() {
        DockerEngine engine = new DockerEngine(asked::incrementAndGet);

        engine.require(ONE_SECOND);
        engine.require(ONE_SECOND);

        assertThat(asked).hasValue(1);
    }

    @Test
    void saysWhatToDoIfThereIsNone() {
        IllegalStateException cause = new IllegalStateException("Could not find a valid Docker environment");
        DockerEngine engine = new DockerEngine(() -> {
            throw cause;
        });

        assertThatExceptionOfType(ProvisionException.class)
                .isThrownBy(() -> engine.require(ONE_SECOND))
                .withCause(cause)
                .withMessageMatching(
                        """
                        There is no Docker engine for Testcontainers \\(DOCKER_HOST is .+\\)\\.

                        To run these tests
                          - start Docker, or set DOCKER_HOST to where an engine listens; "docker info" must answer;
                          - or use switchback-embedded-postgres instead: it needs nothing installed but a JDK\\.""");
    }

    @Test
    @Timeout(20)
    void isNotWaitedForLongerThanTheLimitNorTwice() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        DockerEngine engine = new DockerEngine(() -> {
            asked.incrementAndGet();
            awaitAnswer(answer);
        });

        assertThatExceptionOfType(ProvisionException.class)
                .isThrownBy(() -> engine.require(ONE_SECOND))
                .withMessageMatching(
                        """
                        Docker gave no answer within 1 s \\(DOCKER_HOST is .+\\)\\.

                        Testcontainers is still looking for an engine, or for a registry to pull its helper images from\\.
                          - See whether "docker info" answers, and restart Docker if it does not;
                          - without a registry set TESTCONTAINERS_RYUK_DISABLED=true and TESTCONTAINERS_CHECKS_DISABLE=true and, inside a container, TESTCONTAINERS_HOST_OVERRIDE to the host of the engine;
                          - on a slow machine set switchback\\.docker\\.timeout to more seconds;
                          - or use switchback-embedded-postgres instead: it needs nothing installed but a JDK\\.""");
        assertThatExceptionOfType(ProvisionException.class).isThrownBy(() -> engine.require(ONE_SECOND));
        assertThat(asked).hasValue(1);

        answer.countDown();
        assertThatCode(() -> engine.require(new TimeLimits(Duration.ofSeconds(15), Duration.ofSeconds(1))))
                .doesNotThrowAnyException();
    }

    private static void awaitAnswer(CountDownLatch answer) {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

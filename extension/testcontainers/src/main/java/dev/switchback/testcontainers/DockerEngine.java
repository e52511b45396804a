package dev.switchback.testcontainers;

import dev.switchback.provision.ProvisionException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/** The engine that Testcontainers finds, asked for under a time limit. Thread-safe. */
final class DockerEngine {

    private static final String INSTEAD =
            "\n  - or use switchback-embedded-postgres instead: it needs nothing installed but a JDK.";

    private final Runnable ask;
    private @Nullable Background probe;

    DockerEngine() {
        this(() -> DockerClientFactory.instance().client());
    }

    DockerEngine(Runnable ask) {
        this.ask = ask;
    }

    /** Returns if an engine answers. Whoever comes after a probe that hangs does not wait again. */
    void require(TimeLimits limits) {
        try {
            probe().await(limits.engine());
        } catch (TimeoutException e) {
            throw new ProvisionException(silent(limits), e);
        } catch (ExecutionException e) {
            throw new ProvisionException(missing(), e.getCause());
        }
    }

    private synchronized Background probe() {
        Background current = probe;
        if (current == null || current.failed()) {
            current = Background.run("reach Docker", ask);
            probe = current;
        }
        return current;
    }

    private static String missing() {
        return "There is no Docker engine for Testcontainers (DOCKER_HOST is " + host() + ").\n\nTo run these tests"
                + "\n  - start Docker, or set DOCKER_HOST to where an engine listens; \"docker info\" must answer;"
                + INSTEAD;
    }

    private static String silent(TimeLimits limits) {
        return "Docker gave no answer within " + limits.engine().toSeconds() + " s (DOCKER_HOST is " + host()
                + ").\n\nTestcontainers is still looking for an engine, or for a registry to pull its helper images from."
                + "\n  - See whether \"docker info\" answers, and restart Docker if it does not;"
                + "\n  - without a registry set TESTCONTAINERS_RYUK_DISABLED=true and TESTCONTAINERS_CHECKS_DISABLE=true and,"
                + " inside a container, TESTCONTAINERS_HOST_OVERRIDE to the host of the engine;"
                + "\n  - on a slow machine set " + TimeLimits.ENGINE + " to more seconds;"
                + INSTEAD;
    }

    private static String host() {
        return Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("not set");
    }
}

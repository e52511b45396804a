package dev.switchback.testcontainers;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerRequest;
import java.time.Duration;
import java.util.Set;

/**
 * How long to wait.
 *
 * @param engine until Docker answers
 * @param container until the image is there and the server in the container accepts connections
 */
record TimeLimits(Duration engine, Duration container) {

    static final String ENGINE = "switchback.docker.timeout";
    static final String CONTAINER = "switchback.container.timeout";
    static final Set<String> OPTIONS = Set.of(ENGINE, CONTAINER);

    static TimeLimits from(ServerRequest request) {
        return new TimeLimits(seconds(request, ENGINE, 60), seconds(request, CONTAINER, 300));
    }

    private static Duration seconds(ServerRequest request, String option, int otherwise) {
        String given = request.option(option).map(String::strip).orElse(Integer.toString(otherwise));
        if (!given.matches("[1-9]\\d{0,5}")) {
            throw new ProvisionException(
                    option + " = " + given + " is no time limit.\n\nSet it to whole seconds, such as " + option + " = "
                            + otherwise + " (the default), or leave it out.");
        }
        return Duration.ofSeconds(Integer.parseInt(given));
    }
}

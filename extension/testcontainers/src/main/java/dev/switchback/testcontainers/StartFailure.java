package dev.switchback.testcontainers;

import dev.switchback.provision.ProvisionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerFetchException;

/** Says why a container did not start. */
final class StartFailure {

    private StartFailure() {}

    static ProvisionException of(ContainerImage image, LogTail log, @Nullable Throwable cause) {
        for (Throwable next = cause; next != null; next = next.getCause()) {
            if (next instanceof ContainerFetchException) {
                return new ProvisionException(noImage(image, next), cause);
            }
        }
        return new ProvisionException(
                "A container with the image " + image + " was made, but PostgreSQL did not start in it: "
                        + reason(cause) + "\n\n" + log
                        + "\n\nCheck the settings of the server, and that the image is one of PostgreSQL with the usual"
                        + " entrypoint (POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB).",
                cause);
    }

    static ProvisionException slow(ContainerImage image, TimeLimits limits, Throwable cause) {
        return new ProvisionException(
                "No server in a container with the image " + image + " within "
                        + limits.container().toSeconds()
                        + " s.\n\nThe image is still being pulled, or the container is still starting. Pull it once by hand"
                        + " with \"docker pull\", or set " + TimeLimits.CONTAINER + " to more seconds.",
                cause);
    }

    private static String noImage(ContainerImage image, Throwable failure) {
        Optional<String> engine = image.known() ? ImagePull.failure(image.name()) : Optional.empty();
        return "The image " + image + " is not here and cannot be pulled: " + engine.orElseGet(() -> reason(failure))
                + "\n\nCheck its name (a version such as 17 stands for postgres:17), that its registry can be reached, and"
                + " whether you must log in to it: \"docker pull\" must succeed.";
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure == null) {
            return "the reason is not known";
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}

package dev.switchback;

import dev.switchback.migration.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** How {@link MigrationChecks} fails. */
final class Checks {

    private Checks() {}

    static void hold(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new AssertionFailedError(findings.stream().map(Finding::text).collect(Collectors.joining("\n")));
        }
    }
}

package dev.switchback.lint;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A statement of a dry run.
 *
 * @param line where it begins in the script, counted from 1; 0 if unknown
 * @param sql as it ran, with placeholders filled in, but for those whose names say that they are secret; the class of a Java
 *     migration
 * @param isInTransaction whether its locks would be held until the migration ends
 * @param effects a line for each thing that it did: locks, rewrites, reads, rows, objects
 * @param time on the copy, whose tables hold only what migrations have put there
 */
public record DryRunStatement(int line, String sql, boolean isInTransaction, List<String> effects, Duration time) {

    @API(status = API.Status.INTERNAL)
    public DryRunStatement {
        effects = List.copyOf(effects);
    }
}

package dev.switchback.statements;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Severity;
import dev.switchback.schema.Change;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A statement that fares worse on one schema than on the one that it was made for.
 *
 * @param rule the id of what is wrong, such as {@code previous-version-refused}
 * @param severity whether it fails
 * @param statement the statement
 * @param migration the one that makes the difference
 * @param changes what of that migration the statement meets, as far as it can be told by names
 * @param reason the server's words, or what the result lacks
 * @param text the whole message
 */
public record StatementFinding(
        String rule,
        Severity severity,
        ApplicationStatement statement,
        Migration migration,
        List<Change> changes,
        String reason,
        String text) {

    @API(status = API.Status.INTERNAL)
    public StatementFinding {
        changes = List.copyOf(changes);
    }

    /** One line that names the statement, the migration and what is wrong. */
    public String title() {
        return text.lines().findFirst().orElse("");
    }

    Finding finding() {
        return new Finding(rule, severity, title(), text);
    }

    @Override
    public String toString() {
        return text;
    }
}

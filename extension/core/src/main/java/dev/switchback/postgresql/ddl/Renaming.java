package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** Writes what gives an object another name. */
final class Renaming {

    private Renaming() {}

    /** A parent that is renamed, too, has its new name already. */
    static List<String> of(ObjectName before, ObjectName after, StatementName old) {
        if (before.equals(after)) {
            return List.of();
        }
        String to = " TO " + quoteIfNeeded(StatementName.local(after));
        return switch (before.kind()) {
            case COLUMN -> {
                boolean composite = old.parentKind(before)
                        .filter(ObjectKind.COMPOSITE_TYPE::equals)
                        .isPresent();
                String from = quoteIfNeeded(before.name()) + to;
                yield List.of(
                        composite
                                ? "ALTER TYPE " + StatementName.parent(after) + " RENAME ATTRIBUTE " + from
                                : "ALTER TABLE " + StatementName.parent(after) + " RENAME COLUMN " + from);
            }
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION ->
                List.of("ALTER " + (old.isOfDomain(before) ? "DOMAIN " : "TABLE ") + StatementName.parent(after)
                        + " RENAME CONSTRAINT " + quoteIfNeeded(before.name()) + to);
            case RULE, TRIGGER, POLICY ->
                List.of("ALTER "
                        + old.typed(new ObjectName(before.kind(), after.schema(), after.parent(), before.name()))
                        + " RENAME" + to);
            default -> wandering(before, after, old);
        };
    }

    private static List<String> wandering(ObjectName before, ObjectName after, StatementName old) {
        List<String> statements = new ArrayList<>();
        ObjectName now = before;
        if (!before.schema().equals(after.schema())) {
            statements.add("ALTER " + old.typed(before) + " SET SCHEMA " + quoteIfNeeded(after.schema()));
            now = new ObjectName(before.kind(), after.schema(), before.parent(), before.name());
        }
        if (!StatementName.local(before).equals(StatementName.local(after))) {
            statements.add("ALTER " + old.typed(now) + " RENAME TO " + quoteIfNeeded(StatementName.local(after)));
        }
        return statements;
    }
}

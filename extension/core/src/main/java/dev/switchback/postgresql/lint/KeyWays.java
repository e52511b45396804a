package dev.switchback.postgresql.lint;

import static dev.switchback.postgresql.lint.SaferText.ALONE;
import static dev.switchback.postgresql.lint.SaferText.NEXT;
import static dev.switchback.postgresql.lint.SaferText.named;
import static dev.switchback.postgresql.lint.SaferText.quoted;

import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.IndexState;
import dev.switchback.lint.effect.TableState;
import dev.switchback.postgresql.SqlName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys that are added with an index which was built concurrently. */
final class KeyWays {

    private static final Pattern DEFERRABLE = Pattern.compile(" DEFERRABLE[^)]*$");
    private static final String DROP = " DROP CONSTRAINT ";

    private KeyWays() {}

    /** Builds the index first; one whose key takes the place of another goes by a name of its own until then. */
    static List<String> usingIndex(ConstraintState key, TableState table, Optional<ConstraintState> replaced) {
        IndexState index = table.indexes().get(key.index());
        if (index == null || table.isPartitioned()) {
            return List.of();
        }
        String old = SqlName.quoteIfNeeded(index.name());
        String name = replaced.isEmpty() ? old : SqlName.quoteIfNeeded(named(index.name(), "_new"));
        Matcher deferrable = DEFERRABLE.matcher(key.definition());
        return List.of(
                ALONE,
                index.definition().replace("INDEX " + old + " ON ", "INDEX CONCURRENTLY " + name + " ON ") + ";",
                replaced.map(dropped ->
                                "-- in the next migration, with no other statement that drops " + dropped.name() + ":")
                        .orElse(NEXT),
                "ALTER TABLE %s%s ADD CONSTRAINT %s %s USING INDEX %s%s;"
                        .formatted(
                                quoted(table.name()),
                                replaced.map(KeyWays::drop).orElse(""),
                                SqlName.quoteIfNeeded(key.name()),
                                key.sort() == ConstraintState.Sort.UNIQUE ? "UNIQUE" : "PRIMARY KEY",
                                name,
                                deferrable.find() ? deferrable.group() : ""));
    }

    /** The part of {@code ALTER TABLE} that takes the old constraint away as the new one comes. */
    static String drop(ConstraintState replaced) {
        return DROP + SqlName.quoteIfNeeded(replaced.name()) + ",";
    }

    /** The step where it stands behind the statement that takes the old constraint away. */
    static String trial(String step) {
        return step.startsWith("ALTER TABLE ") && step.contains(" ADD CONSTRAINT ")
                ? step.replaceFirst(DROP, DROP + "IF EXISTS ")
                : step;
    }
}

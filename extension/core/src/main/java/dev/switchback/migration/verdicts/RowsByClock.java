package dev.switchback.migration.verdicts;

import dev.switchback.migration.Migration;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Remembers after which migrations a table holds rows that a default by the clock or by chance may have filled: what later
 * scripts make of them may be something else next time. Thread-safe.
 */
public final class RowsByClock {

    /** Where nothing is kept, nothing has to be looked at. */
    static final RowsByClock NOT_ASKED = new RowsByClock(expression -> false);

    private final Predicate<String> isByClock;
    private final Set<Migration> seen = ConcurrentHashMap.newKeySet();

    /** @param isByClock whether an expression gives another value next time */
    RowsByClock(Predicate<String> isByClock) {
        this.isByClock = isByClock;
    }

    /** Whether looking is of any use. */
    public boolean isAsked() {
        return this != NOT_ASKED;
    }

    /**
     * Looks at the state after a migration.
     *
     * @param tables the qualified names of the tables that hold rows
     */
    public void look(Migration migration, Schema after, Set<String> tables) {
        if (this != NOT_ASKED
                && after.objects().stream()
                        .anyMatch(object -> object.kind() == ObjectKind.COLUMN
                                && !object.attribute("default").isEmpty()
                                && tables.contains(object.name().qualifiedParent())
                                && isByClock.test(object.attribute("default")))) {
            seen.add(migration);
        }
    }

    boolean areAfter(Migration migration) {
        return seen.contains(migration);
    }

    boolean areAnywhere() {
        return !seen.isEmpty();
    }
}

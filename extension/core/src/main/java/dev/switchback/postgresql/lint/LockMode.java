package dev.switchback.postgresql.lint;

import dev.switchback.lint.effect.Blocked;
import java.util.Set;

/** The locks on a table, from weak to strong, as the server's catalog of locks calls them. */
enum LockMode {
    ACCESS_SHARE("AccessShareLock", Blocked.NOTHING),
    ROW_SHARE("RowShareLock", Blocked.NOTHING),
    ROW_EXCLUSIVE("RowExclusiveLock", Blocked.NOTHING),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", Blocked.SCHEMA_CHANGES),
    SHARE("ShareLock", Blocked.WRITES),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", Blocked.WRITES),
    EXCLUSIVE("ExclusiveLock", Blocked.WRITES),
    ACCESS_EXCLUSIVE("AccessExclusiveLock", Blocked.READS_AND_WRITES);

    private final String name;
    private final Blocked blocked;

    LockMode(String name, Blocked blocked) {
        this.name = name;
        this.blocked = blocked;
    }

    static LockMode of(String name) {
        for (LockMode mode : values()) {
            if (mode.name.equals(name)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("A lock that is not known: " + name);
    }

    Blocked blocked() {
        return blocked;
    }

    /** Whether the table's definition can be changed under it, or an index be built. */
    boolean mayChangeTable() {
        return compareTo(SHARE_UPDATE_EXCLUSIVE) >= 0;
    }

    /** As SQL and the manual write it: {@code ACCESS EXCLUSIVE}. */
    String words() {
        return name().replace('_', ' ');
    }

    static Blocked strongest(Set<LockMode> modes) {
        return modes.stream().map(LockMode::blocked).reduce(Blocked.NOTHING, Blocked::or);
    }
}

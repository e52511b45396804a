package dev.switchback.lint.effect;

/** The work of others that a lock on a table keeps waiting, from none to all. */
public enum Blocked {
    /** Others read and write. */
    NOTHING,
    /** Others read and write, but cannot change the table. */
    SCHEMA_CHANGES,
    /** Others only read. */
    WRITES,
    /** Others wait. */
    READS_AND_WRITES;

    /** Whether writers wait, and perhaps readers too. */
    public boolean stopsWrites() {
        return compareTo(WRITES) >= 0;
    }

    /** The stronger one. */
    public Blocked or(Blocked other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** In words, for {@code ... wait}. */
    public String words() {
        return switch (this) {
            case NOTHING -> "nobody";
            case SCHEMA_CHANGES -> "changes of the table";
            case WRITES -> "writes";
            case READS_AND_WRITES -> "reads and writes";
        };
    }
}

package dev.switchback.postgresql.reset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The findings of the {@link WriteAheadLog} while a database was looked at and reset. */
final class LogFindings {

    private static final Entry NONE = new Entry("0/0", -1);

    private final Set<File> files = new HashSet<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private boolean isCut;

    /** A file of the database, by the numbers of its tablespace and of itself. */
    record File(long tablespace, long number) {}

    private record Entry(String position, long transaction) {}

    void add(ResultSet rows) throws SQLException {
        while (rows.next()) {
            switch (rows.getString(1)) {
                case "file" -> files.add(new File(rows.getLong(2), rows.getLong(3)));
                case "more" -> isCut = true;
                default -> entries.put(rows.getString(1), new Entry(rows.getString(2), rows.getLong(3)));
            }
        }
    }

    /**
     * Before which position nothing is left to be found: where this began, before other sessions were looked for; or where the reset
     * ended, if all that was written since the mark is its own. It is if no other transaction was open then, and none has begun, as the
     * numbers follow each other. Empty if a transaction is open now that may commit what it wrote before.
     */
    Optional<String> settled() {
        if (entries.containsKey("open")) {
            return Optional.empty();
        }
        boolean isAlone = !entries.containsKey("open at the mark") && follow("mark", "own") && follow("own", "end");
        return Optional.of(entry(isAlone ? "end" : "begin").position);
    }

    private boolean follow(String first, String second) {
        return entries.containsKey(first) && entry(second).transaction == entry(first).transaction + 1;
    }

    private Entry entry(String name) {
        return entries.getOrDefault(name, NONE);
    }

    /** The transaction that put rows back. */
    long ownTransaction() {
        return entry("own").transaction;
    }

    /** Whether there are more files than these. */
    boolean isCut() {
        return isCut;
    }

    Set<File> files() {
        return files;
    }
}

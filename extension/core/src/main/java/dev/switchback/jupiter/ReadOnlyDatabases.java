package dev.switchback.jupiter;

import dev.switchback.fixture.SeedSettings;
import dev.switchback.provision.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The databases that read-only tests share, one for all that want the same. Thread-safe. */
final class ReadOnlyDatabases {

    /** The content of a database: tests that want equal ones share it. */
    record Key(DatabaseSettings database, List<SeedingRequest.Part> parts, SeedSettings rows) {

        static Key of(DatabaseSettings database, SeedingRequest seeding) {
            return new Key(database, seeding.parts(), seeding.settings());
        }
    }

    private final Map<Key, Optional<ReadOnlyDatabase>> shared = new ConcurrentHashMap<>();

    /**
     * The database of that content, given to a borrower; a new one if the last was written to. Empty if no role there may look whether
     * it is written to.
     *
     * @param begin gives it to the borrower, if that is possible
     */
    Optional<ReadOnlyDatabase> take(Key key, Supplier<Database> copies, Predicate<ReadOnlyDatabase> begin) {
        return shared.compute(key, (same, known) -> Optional.ofNullable(known)
                .filter(last -> last.map(begin::test).orElse(true))
                .orElseGet(() -> made(copies, begin)));
    }

    private static Optional<ReadOnlyDatabase> made(Supplier<Database> copies, Predicate<ReadOnlyDatabase> begin) {
        return ReadOnlyDatabase.of(copies.get()).filter(begin);
    }

    void close() {
        shared.values().forEach(database -> database.ifPresent(ReadOnlyDatabase::drop));
        shared.clear();
    }
}

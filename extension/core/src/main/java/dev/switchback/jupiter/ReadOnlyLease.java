package dev.switchback.jupiter;

import static java.util.stream.Collectors.joining;

import dev.switchback.jupiter.ReadOnlyDatabase.Spoiling;
import dev.switchback.jupiter.TestTimes.Phase;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/** The part that one test or class has in a database which only readers share, until it gives it back. Thread-safe. */
final class ReadOnlyLease {

    private final String borrower;
    private final Supplier<ReadOnlyDatabase> another;
    private final HeldDatabase held;
    private ReadOnlyDatabase shared;

    private ReadOnlyLease(String borrower, Supplier<ReadOnlyDatabase> another, ReadOnlyDatabase first) {
        this.borrower = borrower;
        this.another = another;
        this.shared = first;
        this.held = new HeldDatabase(first.database());
    }

    /** Empty if nobody there may look whether the database is written to: then it cannot be shared. */
    static Optional<ReadOnlyLease> begin(
            SwitchbackSession session, TestSettings settings, String borrower, boolean isTest) {
        Predicate<ReadOnlyDatabase> begin =
                database -> isTest ? database.beginTest(borrower) : database.beginClass(borrower);
        Supplier<Optional<ReadOnlyDatabase>> taking = () -> session.readOnlyDatabases()
                .take(
                        ReadOnlyDatabases.Key.of(settings.database(), settings.seeding()),
                        () -> session.readOnly(settings.database(), settings.seeding()),
                        begin);
        return taking.get()
                .map(first -> new ReadOnlyLease(borrower, () -> taking.get().orElseThrow(), first));
    }

    HeldDatabase held() {
        return held;
    }

    /** Looks whether a class has written before its next test; where anybody has, it goes on with another database. */
    synchronized void look() {
        Optional<Spoiling> spoiling = TestTimes.of(Phase.RESET, shared::look);
        if (spoiling.isPresent()) {
            shared.end(borrower);
            shared = another.get();
            held.moveTo(shared.database());
            refuse(spoiling.get());
        }
    }

    /** Gives the database back, once; fails if it was written to meanwhile. */
    synchronized void end() {
        TestTimes.of(Phase.RESET, () -> shared.end(borrower)).ifPresent(this::refuse);
    }

    private void refuse(Spoiling spoiling) {
        if (!spoiling.suspects().contains(borrower)) {
            return;
        }
        String others = spoiling.suspects().stream()
                .filter(suspect -> !suspect.equals(borrower))
                .sorted()
                .map(suspect -> "\n  " + suspect)
                .collect(joining());
        throw new AssertionFailedError(borrower + " is read-only, and the database that it shares was written to"
                + (others.isEmpty() ? "" : ", by it or by others that ran at the same time") + ": "
                + spoiling.change() + "." + (others.isEmpty() ? "" : "\n" + others)
                + "\n\nThe server refuses writes there, unless a transaction asks for them, as SET TRANSACTION READ WRITE does."
                + " Put @TestDatabase(readOnly = false) where tests write: they get databases of their own."
                + "\n\nThe tests after this one share a new database.");
    }
}

package dev.switchback.jupiter;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The turns in which tests have the database of an application. A class that asks for it before its tests has the turn until its
 * first test, which takes it over.
 */
final class ApplicationTurns {

    private record OfTest(ApplicationTurns turns, String uniqueId) {}

    private record OfClass(ApplicationTurns turns) {}

    private final Semaphore free = new Semaphore(1, true);

    /** Waits for the turn, which ends with the test at the latest; false if the test has it already. */
    boolean beginTest(Store store, String uniqueId) {
        OfTest key = new OfTest(this, uniqueId);
        return store.get(key) == null && begin(store, key);
    }

    /** Waits for the turn, which ends with the class at the latest. */
    void beginClass(Store store) {
        begin(store, new OfClass(this));
    }

    private boolean begin(Store store, Object key) {
        // of the class itself or of one around it, whose stores are asked, too
        Turn ofClass = store.get(new OfClass(this), Turn.class);
        if (ofClass == null || !ofClass.takeOver()) {
            free.acquireUninterruptibly();
        }
        store.put(key, new Turn(free, new AtomicBoolean()));
        return true;
    }

    /** One turn, which ends once. */
    private record Turn(Semaphore free, AtomicBoolean isOver) implements StoreResource {

        /** Ends without letting anybody else in; false if it has ended already. */
        boolean takeOver() {
            return !isOver.getAndSet(true);
        }

        @Override
        public void close() {
            if (!isOver.getAndSet(true)) {
                free.release();
            }
        }
    }
}

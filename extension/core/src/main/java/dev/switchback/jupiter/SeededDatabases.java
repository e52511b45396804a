package dev.switchback.jupiter;

import dev.switchback.jupiter.TestTimes.Phase;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * The databases of seeded templates that no test has at the moment: each is reset before the next test gets it, and dropped where
 * a reset is not possible. Those that were not wanted for longest are dropped when there are too many. Thread-safe.
 */
final class SeededDatabases {

    /** Each keeps a session, and a server has a hundred. */
    private static final int MOST_IDLE = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private record Idle(SeededTemplate template, SeededDatabase database) {}

    private final Deque<Idle> idle = new ArrayDeque<>();
    private final Set<SeededTemplate> wanted = new HashSet<>();
    private final ResetStates states;

    SeededDatabases(ResetStates states) {
        this.states = states;
    }

    /**
     * A database for one test. The first one of a template is a mere copy: of a template that is wanted once, nothing need be
     * read.
     */
    Database take(SeededTemplate template) {
        if (isFirst(template)) {
            return template.copy();
        }
        for (Optional<SeededDatabase> used = poll(template); used.isPresent(); used = poll(template)) {
            SeededDatabase last = used.get();
            if (TestTimes.of(Phase.RESET, last::isReset)) {
                return lend(template, last);
            }
            last.drop();
        }
        return resettable(template);
    }

    /** A database that can be reset while it is lent; a mere copy if the role may not do that. */
    Database resettable(SeededTemplate template) {
        isFirst(template);
        Database copy = template.copy();
        return SeededDatabase.of(copy, connection -> states.of(template.template(), connection))
                .<Database>map(database -> lend(template, database))
                .orElse(copy);
    }

    private synchronized boolean isFirst(SeededTemplate template) {
        return wanted.add(template);
    }

    private synchronized Optional<SeededDatabase> poll(SeededTemplate template) {
        for (Iterator<Idle> from = idle.descendingIterator(); from.hasNext(); ) {
            Idle next = from.next();
            if (next.template == template) {
                from.remove();
                return Optional.of(next.database);
            }
        }
        return Optional.empty();
    }

    private LentDatabase lend(SeededTemplate template, SeededDatabase database) {
        return new LentDatabase(database, returned -> giveBack(template, returned));
    }

    private void giveBack(SeededTemplate template, SeededDatabase database) {
        Optional<Idle> tooMuch;
        synchronized (this) {
            idle.addLast(new Idle(template, database));
            tooMuch = idle.size() > MOST_IDLE ? Optional.of(idle.removeFirst()) : Optional.empty();
        }
        tooMuch.ifPresent(oldest -> oldest.database.drop());
    }

    /** Drops what no test has. One that cannot be dropped does not keep the others. */
    synchronized void close() {
        idle.forEach(each -> {
            try {
                each.database.drop();
            } catch (ProvisionException goesWithTheServer) {
                // The server drops what is still there.
            }
        });
        idle.clear();
    }
}

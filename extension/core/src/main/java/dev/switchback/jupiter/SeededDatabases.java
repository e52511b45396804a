package dev.switchback.jupiter;

import dev.switchback.jupiter.TestTimes.Phase;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.threads.DaemonThreads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * The databases of seeded templates that no test has at the moment: each is reset while tests go on with others, and dropped where
 * a reset is not possible. Those that were not wanted for longest are dropped when there are too many. Thread-safe.
 */
final class SeededDatabases {

    /** Each keeps a session, and a server has a hundred. */
    private static final int MOST_IDLE = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    /** The number of tests that wait for a reset before one more database is worth its copy. */
    private static final int MOST_WAITS = 4;

    private final Deque<Idle> idle = new ArrayDeque<>();
    private final Map<SeededTemplate, Integer> waits = new HashMap<>();
    private final ExecutorService resets = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), DaemonThreads.named("switchback-resets"));
    private final ResetStates states;

    SeededDatabases(ResetStates states) {
        this.states = states;
    }

    /** A database that is being reset, by whoever comes first: a thread for it, or the test that wants it. */
    private record Idle(SeededTemplate template, SeededDatabase database, FutureTask<Boolean> reset) {

        static Idle of(SeededTemplate template, SeededDatabase database) {
            return new Idle(template, database, new FutureTask<>(database::isReset));
        }

        boolean isReset() {
            reset.run();
            try {
                return reset.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException e) {
                throw new ProvisionException("The reset of " + database.copy() + " broke off", e.getCause());
            }
        }

        /** Nothing works on it any more when it is dropped. */
        void drop() {
            try {
                boolean unused = isReset();
            } finally {
                database.drop();
            }
        }
    }

    /**
     * A database for one test. The first one of a template is a mere copy: of a template that is wanted once, nothing need be
     * read.
     */
    Database take(SeededTemplate template) {
        if (isFirst(template)) {
            return template.copy();
        }
        for (Optional<Idle> used = poll(template); used.isPresent(); used = poll(template)) {
            Idle last = used.get();
            if (TestTimes.of(Phase.RESET, last::isReset)) {
                return lend(template, last.database);
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
        return waits.putIfAbsent(template, 0) == null;
    }

    /** One that is reset; or the one that will be next, unless tests of the template often have to wait for their only one. */
    private synchronized Optional<Idle> poll(SeededTemplate template) {
        List<Idle> own = idle.stream().filter(each -> each.template == template).toList();
        Optional<Idle> next = own.stream()
                .filter(each -> each.reset.isDone())
                .findFirst()
                .or(() -> own.stream().findFirst());
        if (own.size() == 1 && !own.get(0).reset.isDone() && waits.merge(template, 1, Integer::sum) == MOST_WAITS) {
            return Optional.empty();
        }
        next.ifPresent(idle::remove);
        return next;
    }

    /** Drops those that a test has changed in a way that no reset brings back, as soon as that is known. */
    void dropUnused() {
        List<Idle> all;
        synchronized (this) {
            all = List.copyOf(idle);
        }
        for (Idle each : all) {
            try {
                if (!each.isReset() && remove(each)) {
                    each.drop();
                }
            } catch (ProvisionException toldToWhoTakesIt) {
                // It is still there, for the next test that wants it.
            }
        }
    }

    private synchronized boolean remove(Idle changed) {
        return idle.remove(changed);
    }

    private LentDatabase lend(SeededTemplate template, SeededDatabase database) {
        return new LentDatabase(database, returned -> giveBack(template, returned));
    }

    private void giveBack(SeededTemplate template, SeededDatabase database) {
        Idle returned = Idle.of(template, database);
        Optional<Idle> tooMuch;
        synchronized (this) {
            if (resets.isShutdown()) {
                tooMuch = Optional.of(returned);
            } else {
                resets.execute(returned.reset);
                idle.addLast(returned);
                tooMuch = idle.size() > MOST_IDLE ? Optional.of(idle.removeFirst()) : Optional.empty();
            }
        }
        tooMuch.ifPresent(Idle::drop);
    }

    /** Drops what no test has. One that cannot be dropped does not keep the others. */
    synchronized void close() {
        resets.shutdown();
        idle.forEach(each -> {
            try {
                each.drop();
            } catch (ProvisionException goesWithTheServer) {
                // The server drops what is still there.
            }
        });
        idle.clear();
    }
}

package dev.switchback.provision;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies a frozen database ahead of demand: one copy waits, and more where callers often find none, but never more than a few.
 */
final class FrozenTemplate implements Template {

    private static final int MOST_AHEAD = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** After so many callers in a row who have left a copy behind, one less is enough. */
    private static final int CALLERS_LEFT_ONE = 20;

    private final Supplier<Database> copier;
    private final Consumer<Database> check;
    private final Consumer<Database> replacer;
    private final Executor background;
    private final Deque<Database> ahead = new ArrayDeque<>();
    private boolean isCopying;
    private boolean isFirst = true;
    private int wanted = 1;
    private int leftOne;

    /**
     * Begins with no copy.
     *
     * @param check refuses a copy that has waited and is none any more
     */
    FrozenTemplate(
            Supplier<Database> copier, Consumer<Database> check, Consumer<Database> replacer, Executor background) {
        this.copier = copier;
        this.check = check;
        this.replacer = replacer;
        this.background = background;
    }

    @Override
    public Database clone() {
        Optional<Database> ready = take();
        ready.ifPresent(check);
        return ready.orElseGet(copier);
    }

    private synchronized Optional<Database> take() {
        @Nullable Database ready = ahead.poll();
        adapt(ready == null);
        if (!isCopying && ahead.size() < wanted) {
            isCopying = true;
            background.execute(this::copyAhead);
        }
        return Optional.ofNullable(ready);
    }

    private void adapt(boolean foundNone) {
        if (isFirst) {
            isFirst = false;
        } else if (foundNone) {
            wanted = Math.min(wanted + 1, MOST_AHEAD);
            leftOne = 0;
        } else if (ahead.isEmpty()) {
            leftOne = 0;
        } else if (++leftOne == CALLERS_LEFT_ONE) {
            wanted = Math.max(1, wanted - 1);
            leftOne = 0;
        }
    }

    @Override
    public void replace(Database database) {
        replacer.accept(database);
    }

    private void copyAhead() {
        try {
            do {
                put(copier.get());
            } while (wantsMore());
        } catch (ProvisionException e) {
            // Whoever asks next finds none waiting, copies in the foreground, and is told why that fails.
            end();
        } catch (RuntimeException | Error e) {
            end();
            throw e;
        }
    }

    private synchronized void put(Database copy) {
        ahead.add(copy);
    }

    private synchronized boolean wantsMore() {
        isCopying = ahead.size() < wanted;
        return isCopying;
    }

    private synchronized void end() {
        isCopying = false;
    }
}

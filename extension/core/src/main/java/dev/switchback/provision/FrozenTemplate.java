package dev.switchback.provision;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Copies a frozen database, one ahead of demand. */
final class FrozenTemplate implements Template {

    private final Supplier<Database> copier;
    private final Executor background;
    private final BlockingQueue<Database> ahead = new ArrayBlockingQueue<>(1);
    private final AtomicBoolean copying = new AtomicBoolean();

    FrozenTemplate(Supplier<Database> copier, Executor background) {
        this.copier = copier;
        this.background = background;
    }

    @Override
    public Database clone() {
        Optional<Database> ready = Optional.ofNullable(ahead.poll());
        if (!copying.getAndSet(true)) {
            background.execute(this::copyAhead);
        }
        return ready.orElseGet(copier);
    }

    private void copyAhead() {
        try {
            if (ahead.isEmpty()) {
                ahead.add(copier.get());
            }
        } catch (ProvisionException e) {
            // Whoever asks next finds none waiting, copies in the foreground, and is told why that fails.
        } finally {
            copying.set(false);
        }
    }
}

package dev.switchback.provision;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Copies a frozen database, one ahead of demand. */
final class FrozenTemplate implements Template {

    private final Supplier<Database> copier;
    private final Consumer<Database> replacer;
    private final Executor background;
    private final BlockingQueue<Database> ahead = new ArrayBlockingQueue<>(1);
    private final AtomicBoolean copying = new AtomicBoolean();

    FrozenTemplate(Supplier<Database> copier, Consumer<Database> replacer, Executor background) {
        this.copier = copier;
        this.replacer = replacer;
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

    @Override
    public void replace(Database database) {
        replacer.accept(database);
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

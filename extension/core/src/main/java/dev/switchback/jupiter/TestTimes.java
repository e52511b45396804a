package dev.switchback.jupiter;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The time that databases take in the thread of one test or class, for JUnit's reports and, while it passes, the console. What
 * several tests share is the time of the one that comes first.
 */
final class TestTimes {

    /** Part of the work that the time is spent on. */
    enum Phase {
        PROVISION("starts a server or copies a database"),
        MIGRATE("migrates a database"),
        SEED("seeds a database"),
        RESET("puts rows back");

        private final String work;

        Phase(String work) {
            this.work = work;
        }
    }

    private static final ThreadLocal<TestTimes> CURRENT = new ThreadLocal<>();

    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private final Waits waits;
    private final Supplier<String> who;
    private Optional<Phase> current = Optional.empty();
    private Optional<Waits.Wait> waiting = Optional.empty();
    private long within;

    private TestTimes(Waits waits, Supplier<String> who) {
        this.waits = waits;
        this.who = who;
    }

    /** Measures until the context ends, and publishes then what there is. */
    static void measure(ExtensionContext context) {
        StoreResource.in(
                context.getStore(StoreResource.NAMESPACE),
                TestTimes.class + context.getUniqueId(),
                StoreResource.class,
                () -> begin(context));
    }

    private static StoreResource begin(ExtensionContext context) {
        Optional<TestTimes> around = Optional.ofNullable(CURRENT.get());
        TestTimes own = new TestTimes(Waits.of(context), () -> ConfigurationErrors.nameOf(context));
        CURRENT.set(own);
        return () -> {
            around.ifPresentOrElse(CURRENT::set, CURRENT::remove);
            Map<String, String> entry = own.entry();
            if (!entry.isEmpty()) {
                context.publishReportEntry(entry);
            }
        };
    }

    /** The time of an action is that of its phase, but for what phases within it take. */
    static <T> T of(Phase phase, Supplier<T> action) {
        TestTimes times = CURRENT.get();
        if (times == null) {
            return action.get();
        }
        long before = times.within;
        long start = System.nanoTime();
        times.within = 0;
        Optional<Phase> around = times.begin(Optional.of(phase));
        try {
            return action.get();
        } finally {
            times.begin(around);
            long all = System.nanoTime() - start;
            times.nanos.merge(phase, all - times.within, Long::sum);
            times.within = before + all;
        }
    }

    /** Says what is done from now on, and returns what was done before. */
    private Optional<Phase> begin(Optional<Phase> phase) {
        Optional<Phase> before = current;
        waiting.ifPresent(waits::end);
        waiting = phase.map(next -> waits.begin(next.work, who));
        current = phase;
        return before;
    }

    static void of(Phase phase, Runnable action) {
        Object unused = of(phase, () -> {
            action.run();
            return phase;
        });
    }

    private Map<String, String> entry() {
        Map<String, String> entry = new LinkedHashMap<>();
        nanos.forEach((phase, time) -> entry.put(
                "switchback." + phase.name().toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%.1f ms", (double) time / TimeUnit.MILLISECONDS.toNanos(1))));
        return entry;
    }
}

package dev.switchback.jupiter;

import dev.switchback.provision.ProvisionException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks whether a test has changed what all databases of its server share, after its own have ended. */
final class SharedObjectWatch implements StoreResource {

    private static final System.Logger LOG = System.getLogger(SharedObjectWatch.class.getName());

    private final ExtensionContext test;
    private Optional<SharedObjects> watched = Optional.empty();

    private SharedObjectWatch(ExtensionContext test) {
        this.test = test;
    }

    /** Before anything else is done for a test, because stores close what came first at last. */
    static void add(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            of(context);
        }
    }

    private static SharedObjectWatch of(ExtensionContext context) {
        return StoreResource.in(
                context.getStore(StoreResource.NAMESPACE),
                SharedObjectWatch.class + context.getUniqueId(),
                SharedObjectWatch.class,
                () -> new SharedObjectWatch(context));
    }

    /** Its databases are prepared: what changes from now on, the test does. Nothing does on a server that has not started. */
    static void begin(ExtensionContext context, Optional<SharedObjects> shared) {
        SharedObjectWatch watch = of(context);
        if (watch.watched.isEmpty()) {
            shared.ifPresent(
                    server -> server.begin(context.getRequiredTestClass().getName()));
            watch.watched = shared;
        }
    }

    @Override
    public void close() {
        try {
            watched.flatMap(SharedObjects::end).ifPresent(this::tell);
        } catch (ProvisionException theServerIsGone) {
            // What it had has gone with it.
        }
    }

    private void tell(String changes) {
        String text = "While " + TestPlace.of(test).name()
                + " ran, its server has changed in what all databases on it share:\n\n" + changes
                + "\n\nHave a test put back what it changes, and run alone, by JUnit's @Isolated. A role that migrations need is"
                + " named by @TestDatabase(roles).";
        test.publishReportEntry(Map.of(TestEnd.LEFT, text));
        LOG.log(Level.WARNING, text);
    }
}

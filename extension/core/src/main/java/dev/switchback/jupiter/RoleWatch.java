package dev.switchback.jupiter;

import dev.switchback.provision.ProvisionException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks whether a test has changed the roles of its server, after its databases have ended. */
final class RoleWatch implements StoreResource {

    private static final System.Logger LOG = System.getLogger(RoleWatch.class.getName());

    private final ExtensionContext test;
    private Optional<ServerRoles> watched = Optional.empty();

    private RoleWatch(ExtensionContext test) {
        this.test = test;
    }

    /** Before anything else is done for a test, because stores close what came first at last. */
    static void add(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            of(context);
        }
    }

    private static RoleWatch of(ExtensionContext context) {
        return StoreResource.in(
                context.getStore(StoreResource.NAMESPACE),
                RoleWatch.class + context.getUniqueId(),
                RoleWatch.class,
                () -> new RoleWatch(context));
    }

    /** Its databases are prepared: what changes from now on, the test does. Nothing does on a server that has not started. */
    static void begin(ExtensionContext context, Optional<ServerRoles> roles) {
        RoleWatch watch = of(context);
        if (watch.watched.isEmpty()) {
            roles.ifPresent(
                    server -> server.begin(context.getRequiredTestClass().getName()));
            watch.watched = roles;
        }
    }

    @Override
    public void close() {
        try {
            watched.flatMap(ServerRoles::end).ifPresent(this::tell);
        } catch (ProvisionException theServerIsGone) {
            // The roles have gone with it.
        }
    }

    private void tell(String changes) {
        String text = "While " + TestPlace.of(test).name()
                + " ran, roles of its server have changed, which all databases on it share:\n\n" + changes
                + "\n\nHave a test put back what it changes, and run alone, by JUnit's @Isolated. A role that migrations need is"
                + " named by @TestDatabase(roles).";
        test.publishReportEntry(Map.of(TestEnd.LEFT, text));
        LOG.log(Level.WARNING, text);
    }
}

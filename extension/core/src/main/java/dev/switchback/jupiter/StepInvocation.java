package dev.switchback.jupiter;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The invocation that tells what became of one migration, and then runs the method's body. */
record StepInvocation(RoundTripRun run, Migration migration, StepDatabases databases)
        implements TestTemplateInvocationContext {

    /** The invocation that this context belongs to. */
    static Optional<StepInvocation> of(ExtensionContext context) {
        return Optional.ofNullable(
                context.getStore(StoreResource.NAMESPACE).get(StepInvocation.class, StepInvocation.class));
    }

    MigrationStep step() {
        return run.step(migration);
    }

    /** A database at this migration, the same for all that the invocation asks for. */
    Lease lease(ExtensionContext context) {
        return StoreResource.in(context.getStore(StoreResource.NAMESPACE), Lease.class, Lease.class, () -> {
            Lease lease = databases.at(migration, ConfigurationErrors.nameOf(context));
            TestEnd end = TestEnd.of(context);
            return lease.atEnd(database -> {
                end.tellLeft(lease.endBusy());
                end.tell(database, lease.settings());
            });
        });
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return migration.displayName();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new Judge());
    }

    /** Makes the invocation known before a constructor asks for it, and fails before the body runs. */
    private final class Judge implements TestInstancePreConstructCallback, BeforeEachCallback {

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            announce(context);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            announce(context);
            if (step().isKnown()) {
                context.publishReportEntry(
                        "verdict-known",
                        migration.displayName()
                                + " was judged by an earlier run, and nothing has changed for it since.");
            }
            TestOutcome.tell(step(), ToldFindings.elsewhere(step(), context), context::publishReportEntry);
        }

        private void announce(ExtensionContext context) {
            context.getStore(StoreResource.NAMESPACE).put(StepInvocation.class, StepInvocation.this);
        }
    }
}

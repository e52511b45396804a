package dev.switchback.jupiter;

import dev.switchback.migration.Finding;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The invocation that fails for what concerns no single migration. */
record OtherFindingsInvocation(List<Finding> findings) implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
        return "the round trip as a whole";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new Failure());
    }

    /** Fails before a constructor can ask for the step that there is none of. */
    private final class Failure implements TestInstancePreConstructCallback, BeforeEachCallback {

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            TestOutcome.tell(findings, context::publishReportEntry);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            TestOutcome.tell(findings, context::publishReportEntry);
        }
    }
}

package dev.switchback.jupiter;

import dev.switchback.migration.Finding;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The invocation that fails for what concerns no single migration. */
record RestInvocation(List<Finding> findings) implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
        return "the round trip as a whole";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of((BeforeEachCallback) context -> Outcome.tell(findings, context));
    }
}

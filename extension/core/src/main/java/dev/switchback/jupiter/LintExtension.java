package dev.switchback.jupiter;

import dev.switchback.MigrationLint;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes a method with {@link MigrationLint} run once per migration. Registered by that annotation. */
public final class LintExtension implements TestTemplateInvocationContextProvider {

    /** For JUnit. */
    public LintExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationPlacement.isLint(context.getTestMethod());
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        AnnotationPlacement.check(context.getRequiredTestMethod());
        LintReport report = LintRun.in(context);
        LintRun.tellRemarks(report, context);
        List<LintFinding> others = report.otherFindings();
        return Stream.concat(
                report.migrations().stream().map(migration -> LintInvocation.of(migration, report.findings(migration))),
                others.isEmpty() ? Stream.empty() : Stream.of(LintInvocation.ofOthers(others)));
    }
}

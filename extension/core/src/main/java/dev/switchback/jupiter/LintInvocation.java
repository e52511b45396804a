package dev.switchback.jupiter;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintReport;
import dev.switchback.migration.Migration;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The invocation that tells what a lint found on one migration, and then runs the method's body. */
record LintInvocation(String name, LintReport report) implements TestTemplateInvocationContext {

    static LintInvocation of(Migration migration, List<LintFinding> findings) {
        return new LintInvocation(
                migration.version().isEmpty() ? migration.script() : migration.displayName(),
                new LintReport(List.of(migration), findings, List.of()));
    }

    /** The invocation for what concerns no single migration. */
    static LintInvocation ofOthers(List<LintFinding> findings) {
        return new LintInvocation("the migrations as a whole", new LintReport(List.of(), findings, List.of()));
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new Judge());
    }

    /** Fails before the body runs, and hands it the findings that do not fail. */
    private final class Judge implements BeforeEachCallback, ParameterResolver {

        @Override
        public void beforeEach(ExtensionContext context) {
            TestOutcome.tell(report.asFindings(), context::publishReportEntry);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == LintReport.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return report;
        }
    }
}

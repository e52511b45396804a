package dev.switchback.jupiter;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.migration.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes a method with {@link MigrationRoundTrip} run once per migration. Registered by that annotation. */
public final class RoundTripExtension implements TestTemplateInvocationContextProvider {

    /** For JUnit. */
    public RoundTripExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationPlacement.isRoundTrip(context.getTestMethod());
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        AnnotationPlacement.check(context.getRequiredTestMethod());
        RoundTripRequest request = SettingsReader.roundTrip(context);
        RoundTripOutput output = RoundTripOutput.read(context, request);
        SwitchbackSession session = SwitchbackSession.of(context);
        Store store = context.getStore(StoreResource.NAMESPACE);
        StepDatabases databases = StoreResource.in(
                store, StepDatabases.class, StepDatabases.class, () -> new StepDatabases(session, request));
        RoundTripRun run = StoreResource.in(
                store,
                RoundTripRun.class,
                RoundTripRun.class,
                () -> RoundTripRun.start(request.prepare(session), output));
        Stream<TestTemplateInvocationContext> steps =
                run.migrations().stream().map(migration -> new StepInvocation(run, migration, databases));
        return Stream.concat(steps, Stream.of(run).flatMap(ended -> rest(ended.findings(), context)));
    }

    /** Findings that concern no single migration are an invocation of their own if one of them fails. */
    private static Stream<TestTemplateInvocationContext> rest(List<Finding> findings, ExtensionContext context) {
        if (TestOutcome.failures(findings).isEmpty()) {
            TestOutcome.tell(findings, context::publishReportEntry);
            return Stream.empty();
        }
        if (ToldFindings.elsewhere(findings, context).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(new OtherFindingsInvocation(findings));
    }
}

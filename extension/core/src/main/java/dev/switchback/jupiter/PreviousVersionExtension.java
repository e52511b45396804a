package dev.switchback.jupiter;

import dev.switchback.PreviousVersion;
import dev.switchback.provision.Server;
import dev.switchback.statements.StatementCompatibility;
import dev.switchback.statements.StatementException;
import dev.switchback.statements.StatementReport;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Tries the statements of a method with {@link PreviousVersion} before its body runs. Registered by that annotation. */
public final class PreviousVersionExtension implements BeforeEachCallback, ParameterResolver {

    /** For JUnit. */
    public PreviousVersionExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        StatementReport report = report(context);
        report.remarks().forEach(remark -> context.publishReportEntry("previous-version", remark));
        TestOutcome.tell(report.asFindings(), context::publishReportEntry);
        context.getStore(StoreResource.NAMESPACE).put(StatementReport.class, report);
    }

    private static StatementReport report(ExtensionContext context) {
        TestSettings test = SettingsReader.test(context);
        SwitchbackSession session = SwitchbackSession.of(context);
        DatabaseSettings database = test.database();
        StatementCompatibility compatibility = PreviousVersionReader.read(
                SettingsReader.sources(context), test, () -> MergeBaseVersion.of(database, session));
        Server server = session.server(database.server());
        try {
            StatementReport report = compatibility.run(server, database.flyway().configuration(server.product()));
            ReportWanted.by(context::getConfigurationParameter).page().ifPresent(page -> session.report(page)
                    .add(
                            database.flyway().migrations(),
                            context.getRequiredTestClass().getName(),
                            report));
            return report;
        } catch (StatementException e) {
            throw ConfigurationErrors.at(
                    context.getRequiredTestMethod(), "@PreviousVersion", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StatementReport.class
                && context.getTestMethod()
                        .filter(parameter.getDeclaringExecutable()::equals)
                        .isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(
                context.getStore(StoreResource.NAMESPACE).get(StatementReport.class, StatementReport.class));
    }
}

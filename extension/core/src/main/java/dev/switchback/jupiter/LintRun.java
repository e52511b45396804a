package dev.switchback.jupiter;

import dev.switchback.MigrationLint;
import dev.switchback.lint.Lint;
import dev.switchback.lint.LintException;
import dev.switchback.lint.LintReport;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.TableSettings;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The lint that a method or class with {@link MigrationLint} asks for. */
final class LintRun {

    private LintRun() {}

    /** Whether it is a gate before a class. */
    static boolean isGateOf(Class<?> testClass) {
        return AnnotationSupport.isAnnotated(testClass, MigrationLint.class)
                && !AnnotationPlacement.hasLints(testClass);
    }

    /** Fails with all findings, if one of them does. */
    static void passGate(ExtensionContext context) {
        LintReport report = in(context);
        tellRemarks(report, context);
        TestOutcome.tell(report.asFindings(), context::publishReportEntry);
    }

    static LintReport in(ExtensionContext context) {
        LintSettings settings = settings(SettingsReader.sources(context));
        DatabaseSettings database = SettingsReader.test(context).database();
        Server server = SwitchbackSession.of(context).server(database.server());
        LintReport report = Lint.of(server, database.flyway().configuration(server.product()), settings)
                .run();
        ReportWanted.by(context::getConfigurationParameter).page().ifPresent(page -> SwitchbackSession.of(context)
                .report(page)
                .add(
                        database.flyway().migrations(),
                        context.getRequiredTestClass().getName(),
                        report));
        return report;
    }

    static void tellRemarks(LintReport report, ExtensionContext context) {
        report.remarks().forEach(remark -> context.publishReportEntry("lint", remark));
    }

    /** The settings of the project, and what annotations say beside them. */
    static LintSettings settings(SettingsSources sources) {
        AnnotationLevels<MigrationLint> said = sources.levels(MigrationLint.class);
        checkThatNoneContradicts(said);
        LintSettings settings = LintSettings.ofProject();
        settings = each("without", MigrationLint::without, said, settings, LintSettings::without);
        settings = each("with", MigrationLint::with, said, settings, LintSettings::with);
        settings = each(
                "notices",
                MigrationLint::notices,
                said,
                settings,
                (known, rule) -> known.withSeverity(rule, Severity.NOTICE));
        settings = each(
                "failures",
                MigrationLint::failures,
                said,
                settings,
                (known, rule) -> known.withSeverity(rule, Severity.FAIL));
        return settings.withTables(tables(said, settings.tables()));
    }

    private static void checkThatNoneContradicts(AnnotationLevels<MigrationLint> said) {
        checkThatNoneIsInBoth("without", MigrationLint::without, "with", MigrationLint::with, said);
        checkThatNoneIsInBoth("without", MigrationLint::without, "notices", MigrationLint::notices, said);
        checkThatNoneIsInBoth("without", MigrationLint::without, "failures", MigrationLint::failures, said);
        checkThatNoneIsInBoth("notices", MigrationLint::notices, "failures", MigrationLint::failures, said);
    }

    private static void checkThatNoneIsInBoth(
            String one,
            Function<MigrationLint, String[]> ofOne,
            String other,
            Function<MigrationLint, String[]> ofOther,
            AnnotationLevels<MigrationLint> said) {
        List<String> others = said.texts(other, ofOther);
        said.texts(one, ofOne).stream().filter(others::contains).findFirst().ifPresent(rule -> {
            throw ConfigurationErrors.value(
                    "@MigrationLint(%s, %s)".formatted(one, other),
                    rule,
                    "it is in both, and one of them would do nothing; leave it out of one");
        });
    }

    private static TableSettings tables(AnnotationLevels<MigrationLint> said, TableSettings ofProject) {
        List<String> hot = said.texts("hot", MigrationLint::hot);
        String rowCounts = said.text(MigrationLint::rowCounts);
        TableSettings tables = hot.isEmpty() ? ofProject : ofProject.withHot(hot.toArray(String[]::new));
        return rowCounts.isEmpty() ? tables : tables.withRowCounts(rowCounts);
    }

    private static LintSettings each(
            String name,
            Function<MigrationLint, String[]> attribute,
            AnnotationLevels<MigrationLint> said,
            LintSettings settings,
            BiFunction<LintSettings, String, LintSettings> change) {
        LintSettings changed = settings;
        List<String> rules = said.texts(name, attribute);
        for (String rule : rules) {
            try {
                changed = change.apply(changed, rule);
            } catch (LintException e) {
                throw ConfigurationErrors.value(
                        "@MigrationLint(%s)".formatted(name), rule, String.valueOf(e.getMessage()));
            }
        }
        return changed;
    }
}

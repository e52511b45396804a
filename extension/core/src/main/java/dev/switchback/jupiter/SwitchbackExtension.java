package dev.switchback.jupiter;

import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;

/**
 * The extension that gives tests their databases. Registered by {@link TestDatabase}, {@link
 * dev.switchback.MigrationRoundTrip} and {@link dev.switchback.SchemaGolden}, or as a {@link dev.switchback.Switchback}; not to
 * be used by itself.
 */
public class SwitchbackExtension extends ConfiguredInCode
        implements ExecutionCondition,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                TestInstancePreDestroyCallback,
                ParameterResolver {

    /** For JUnit. */
    public SwitchbackExtension() {
        super(Optional.empty());
    }

    /** For {@link dev.switchback.Switchback}. */
    protected SwitchbackExtension(CodeSettings code) {
        super(Optional.of(code));
    }

    @Override
    public final ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Refuses nothing: a condition is asked before any framework makes its application, which needs the settings. */
    @Override
    public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        RunningTests.add(context);
        SharedObjectWatch.add(context);
        TestTimes.measure(context);
        return ConditionEvaluationResult.enabled("");
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        if (!isInCharge(context)) {
            return;
        }
        Class<?> testClass = context.getRequiredTestClass();
        AnnotationPlacement.check(testClass);
        // an integration may take the class over only after this
        if (!TestFramework.isInstalled(context)) {
            ApplicationFramework.check(SettingsReader.sources(context));
            ApplicationFramework.checkThatItIsConnected(SettingsReader.sources(context));
        }
        TestSettings settings = SettingsReader.test(context);
        SwitchbackSession session = SwitchbackSession.of(context);
        if (RoundTripGate.isAt(testClass)) {
            RoundTripRequest request = SettingsReader.roundTrip(context);
            RoundTripOutput output = RoundTripOutput.read(context, request);
            TestOutcome.tell(RoundTripGate.run(request, output, session), context::publishReportEntry);
        }
        if (LintRun.isGateOf(testClass)) {
            LintRun.passGate(context);
        }
        SettingsReader.golden(testClass, context)
                .ifPresent(golden -> GoldenGate.pass(golden, database(settings, context), session));
        session.once(UnusedGoldenFiles.class, () -> UnusedGoldenFiles.report(testClass, context::publishReportEntry));
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        if (!isInCharge(context)) {
            return;
        }
        AnnotationPlacement.check(context.getRequiredTestMethod());
        if (!RunningTests.isRequested(context)) {
            ApplicationFramework.check(SettingsReader.sources(context));
        }
        // read before any database is touched, so that a mistake costs no server
        TestSettings settings = SettingsReader.test(context);
        SwitchbackSession session = SwitchbackSession.of(context);
        Optional<ApplicationDatabase> application = TestFramework.applicationOf(context);
        application.ifPresent(found -> {
            found.begin(context);
            found.tellAtEnd(TestEnd.of(context), context);
        });
        DatabaseSettings database =
                application.map(ApplicationDatabase::settings).orElse(settings.database());
        // other rows than those of the fingerprint are no reason to work on a database of them
        settings.seeding()
                .fingerprint()
                .ifPresent(
                        fingerprint -> FingerprintGate.pass(fingerprint, session.seeded(database, settings.seeding())));
        // before this test's @BeforeEach methods, which see the seeded rows and may add to them
        LeaseStore leases = LeaseStore.of(context);
        leases.bringBackShared();
        SettingsReader.golden(context.getRequiredTestMethod(), context)
                .ifPresent(golden -> GoldenGate.pass(golden, database, session));
        // a migration or a row that fails fails the test, whether the test takes the database or not
        if (settings.range().isPresent()) {
            leases.lease();
        } else if (application.isEmpty() && SettingsReader.sources(context).nameADatabase()) {
            session.prepare(database, settings.seeding());
        }
        SharedObjectWatch.begin(context, session.shared(database.server()));
    }

    @Override
    public final void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty() && isInCharge(context)) {
            TestSettings settings = SettingsReader.test(context);
            if (!settings.expectations().isEmpty()) {
                Lease lease = LeaseStore.leaseOf(context);
                settings.expectations()
                        .check(
                                lease.connection(),
                                lease.seeded()
                                        .orElseGet(() ->
                                                Seeded.none(settings.seeding().settings())));
            }
        }
    }

    /** After the callbacks of all extensions; of a class with one instance for all tests it is called too late. */
    @Override
    public final void preDestroyTestInstance(ExtensionContext context) {
        if (context.getTestMethod().isPresent() && isInCharge(context)) {
            LeaseStore.endTest(context);
        }
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return !ForeignParameter.is(parameter)
                && new TestParameter(parameter, context).isKnown()
                && isInCharge(context)
                && SettingsReader.sources(context).askForADatabase();
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new TestParameter(parameter, context).value();
    }

    /** The application's, if there is one, which may be migrated in a way of its own. */
    private static DatabaseSettings database(TestSettings settings, ExtensionContext context) {
        return TestFramework.applicationOf(context)
                .map(ApplicationDatabase::settings)
                .orElse(settings.database());
    }

    /** Where a class registers a {@code Switchback}, that one gives what else an annotation's extension would give. */
    private boolean isInCharge(ExtensionContext context) {
        Optional<ConfiguredInCode> registered = SettingsReader.sources(context).registered();
        if (isSwitchback() && registered.isEmpty()) {
            throw ConfigurationErrors.at(
                    context.getRequiredTestClass(),
                    "@RegisterExtension",
                    "its Switchback is not in a static field; declare it as"
                            + " `@RegisterExtension static final Switchback db`");
        }
        return registered.isEmpty() || registered.get() == this;
    }
}

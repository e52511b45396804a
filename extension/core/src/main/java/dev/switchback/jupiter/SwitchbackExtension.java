package dev.switchback.jupiter;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationChecks;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import dev.switchback.migration.HeadChecks;
import dev.switchback.migration.MigrationStep;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their databases. Registered by {@link TestDatabase}, {@link dev.switchback.MigrationRoundTrip} and {@link
 * dev.switchback.SchemaGolden}, or as a {@link dev.switchback.Switchback}; not to be used by itself.
 */
public class SwitchbackExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterTestExecutionCallback, ParameterResolver {

    private final Optional<CodeSettings> code;

    /** To be called by JUnit. */
    public SwitchbackExtension() {
        code = Optional.empty();
    }

    /** To be called by {@link dev.switchback.Switchback}. */
    protected SwitchbackExtension(CodeSettings code) {
        this.code = Optional.of(code);
    }

    CodeSettings code() {
        return code.orElse(CodeSettings.NONE);
    }

    @Override
    public final ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        if (isInCharge(context)) {
            Use.check(context.getRequiredTestClass());
            DatabaseSettings.of(context);
            FingerprintGate.check(Seeding.of(context));
            RoundTripGate.pass(context);
            GoldenGate.pass(context.getRequiredTestClass(), context);
            SwitchbackSession.of(context).once(UnusedGoldenFiles.class, () -> UnusedGoldenFiles.report(context));
        }
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        if (isInCharge(context)) {
            Use.check(context.getRequiredTestMethod());
            DatabaseSettings.of(context);
            Seeding.of(context);
            Expectations.of(context);
            FingerprintGate.pass(context);
            Lease.reset(context);
            GoldenGate.pass(context.getRequiredTestMethod(), context);
            if (Use.isMigrationTest(context.getTestMethod())) {
                Lease.of(context);
            }
        }
    }

    @Override
    public final void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty() && isInCharge(context)) {
            Expectations expectations = Expectations.of(context);
            if (!expectations.isEmpty()) {
                expectations.check(lease(context), Seeding.of(context).settings());
            }
        }
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        boolean isKnown = type == MigrationStep.class
                || type == HeadChecks.class
                || type == Seeded.class
                || TestParameter.isKnown(type)
                || (type == Clock.class
                        && !Layers.outermostFirst(context, SeededFixtures.class).isEmpty());
        return isKnown && isInCharge(context) && isAskedFor(context);
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Optional<StepInvocation> step = StepInvocation.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == MigrationStep.class) {
            return step.map(StepInvocation::step).orElseThrow(() -> noStep(parameter));
        }
        if (type == HeadChecks.class) {
            return Head.of(context);
        }
        if (type == Clock.class) {
            return Seeding.of(context).clock();
        }
        Lease lease = leaseForParameter(context);
        if (type == Seeded.class) {
            return lease.seeded().orElseThrow(() -> nothingSeeded(parameter)).usedBy(context.getUniqueId());
        }
        return TestParameter.of(type, lease);
    }

    /** JUnit would put the parameter's signature before any other message. */
    private static Lease leaseForParameter(ExtensionContext context) {
        try {
            return lease(context);
        } catch (RuntimeException e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Lease lease(ExtensionContext context) {
        return StepInvocation.of(context)
                .map(invocation -> invocation.lease(context))
                .orElseGet(() -> Lease.of(context));
    }

    /** Where a class registers a {@code Switchback}, that one gives what else an annotation's extension would give. */
    private boolean isInCharge(ExtensionContext context) {
        Optional<SwitchbackExtension> registered = Registered.nearest(context);
        if (code.isPresent() && registered.isEmpty()) {
            throw Problems.at(
                    context.getRequiredTestClass(),
                    "@RegisterExtension",
                    "its Switchback is not in a static field; declare it as"
                            + " `@RegisterExtension static final Switchback db`");
        }
        return registered.isEmpty() || registered.get() == this;
    }

    /** A gate alone asks for no database: what its class takes as parameters is for others to give. */
    private boolean isAskedFor(ExtensionContext context) {
        return code.isPresent()
                || Use.isRoundTrip(context.getTestMethod())
                || Use.isGolden(context.getTestMethod())
                || Use.isMigrationTest(context.getTestMethod())
                || MigrationChecks.class.isAssignableFrom(context.getRequiredTestClass())
                || !Layers.of(context, TestDatabase.class).isEmpty()
                || !Layers.outermostFirst(context, SeededFixtures.class).isEmpty()
                || !Layers.outermostFirst(context, ExpectedFixtures.class).isEmpty();
    }

    private static ParameterResolutionException nothingSeeded(ParameterContext parameter) {
        return new ParameterResolutionException(
                "%s asks for Seeded, but nothing is seeded; name the rows with @SeededFixtures on the test or its class"
                        .formatted(Problems.nameOf(parameter.getDeclaringExecutable())));
    }

    private static ParameterResolutionException noStep(ParameterContext parameter) {
        return new ParameterResolutionException(
                "%s asks for a MigrationStep, but runs for no migration; take it in a method annotated with @MigrationRoundTrip, or in a @BeforeEach method or constructor of such a method"
                        .formatted(Problems.nameOf(parameter.getDeclaringExecutable())));
    }
}

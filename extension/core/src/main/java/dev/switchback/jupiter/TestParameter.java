package dev.switchback.jupiter;

import dev.switchback.SeededFixtures;
import dev.switchback.fixture.Seeded;
import dev.switchback.migration.HeadChecks;
import dev.switchback.migration.MigrationStep;
import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** A parameter of a test, lifecycle method or constructor, and how the value of each known type is made. */
record TestParameter(ParameterContext parameter, ExtensionContext context) {

    // Spring Boot may choose a jOOQ that this JDK cannot load, which concerns no test but those that ask for it
    private static final String DSL_CONTEXT = "org.jooq.DSLContext";

    private static final Map<String, Function<TestParameter, Object>> VALUES = Map.of(
            MigrationStep.class.getName(),
            TestParameter::step,
            HeadChecks.class.getName(),
            asked -> SharedHeadChecks.of(asked.context),
            Seeded.class.getName(),
            TestParameter::seeded,
            Clock.class.getName(),
            asked -> SettingsReader.test(asked.context).seeding().clock(),
            Database.class.getName(),
            asked -> asked.lease().database(),
            DataSource.class.getName(),
            asked -> asked.lease().dataSource(),
            Connection.class.getName(),
            asked -> asked.lease().connection(),
            DSL_CONTEXT,
            asked -> DSL.using(asked.lease().connection()),
            Flyway.class.getName(),
            asked -> asked.lease().flyway(),
            Schema.class.getName(),
            asked -> asked.lease().schema());

    /** Whether the type is one of the table; of a clock only where rows are seeded, which call its time now. */
    boolean isKnown() {
        return VALUES.containsKey(type().getName())
                && (type() != Clock.class
                        || !SettingsReader.sources(context)
                                .levels(SeededFixtures.class)
                                .isEmpty());
    }

    /** The value; the type is a known one. */
    Object value() {
        return Objects.requireNonNull(VALUES.get(type().getName())).apply(this);
    }

    private Class<?> type() {
        return parameter.getParameter().getType();
    }

    private MigrationStep step() {
        return StepInvocation.of(context)
                .map(StepInvocation::step)
                .orElseThrow(
                        () -> wrong(
                                "a MigrationStep, but runs for no migration; take it in a method annotated with @MigrationRoundTrip, or in a @BeforeEach method or constructor of such a method"));
    }

    private Seeded seeded() {
        Optional<Seeded> seeded = lease().seeded();
        return seeded.orElseThrow(() -> wrong(
                        "Seeded, but nothing is seeded; name the rows with @SeededFixtures on the test or its class"))
                .usedBy(context.getUniqueId());
    }

    /** JUnit would put the parameter's signature before any other message. */
    private Lease lease() {
        try {
            return LeaseStore.leaseOf(context);
        } catch (RuntimeException e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private ParameterResolutionException wrong(String problem) {
        return new ParameterResolutionException(
                ConfigurationErrors.nameOf(parameter.getDeclaringExecutable()) + " asks for " + problem);
    }
}

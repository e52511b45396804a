package dev.switchback.jupiter;

import dev.switchback.Reset;
import dev.switchback.fixture.Seeded;
import dev.switchback.provision.Database;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The leases of one test or class, which JUnit's store keeps and ends with the scope that asked for them. */
record LeaseStore(Store store, Optional<String> testId, TestSettings settings, SwitchbackSession session) {

    private record OfTest(String uniqueId, DatabaseSettings database, SeedingRequest seeding) {}

    private record OfClass(DatabaseSettings database, SeedingRequest seeding) {}

    static LeaseStore of(ExtensionContext context) {
        return new LeaseStore(
                context.getStore(StoreResource.NAMESPACE),
                context.getTestMethod().map(method -> context.getUniqueId()),
                SettingsReader.test(context),
                SwitchbackSession.of(context));
    }

    /** The lease of a context: that of its step in a round trip, or else that of its test or class. */
    static Lease leaseOf(ExtensionContext context) {
        return StepInvocation.of(context)
                .map(invocation -> invocation.lease(context))
                .orElseGet(() -> of(context).lease());
    }

    /**
     * The database that the test or class works with. A class that asks gets a database for all its tests; a test gets that one
     * or, if its class never asked, one of its own. A test of a migration always gets one of its own.
     */
    Lease lease() {
        if (testId.isEmpty()) {
            return StoreResource.in(store, ofClass(), Lease.class, this::create);
        }
        if (settings.range().isPresent()) {
            MigrationTestRange range = settings.range().get();
            return StoreResource.in(store, MigrationTestRange.class, Lease.class, () -> migrated(range));
        }
        return StoreResource.in(
                store,
                new OfTest(testId.get(), settings.database(), settings.seeding()),
                Lease.class,
                () -> shared().map(Lease::sharing).orElseGet(this::create));
    }

    /** Brings the database that a class shares back to its seeded state, if there is one and its tests expect that. */
    void resetShared() {
        if (!settings.seeding().isEmpty() && settings.seeding().reset() != Reset.NONE) {
            shared().ifPresent(Lease::reset);
        }
    }

    private Optional<Lease> shared() {
        return Optional.ofNullable(store.get(ofClass(), Lease.class));
    }

    private OfClass ofClass() {
        return new OfClass(settings.database(), settings.seeding());
    }

    private Lease migrated(MigrationTestRange range) {
        MigrationVersion end = range.end(session.versions(settings.database()));
        return create(SeededTemplate::copy).migratedTo(end);
    }

    private Lease create() {
        return create(way());
    }

    /** A class needs a database that can be reset while it is lent, a test one that is reset before it is lent. */
    private Function<SeededTemplate, Database> way() {
        Reset reset = settings.seeding().reset();
        SeededDatabases reused = session.seededDatabases();
        if (testId.isPresent()) {
            return reset == Reset.ROWS ? reused::take : SeededTemplate::copy;
        }
        return reset == Reset.NONE ? SeededTemplate::copy : reused::resettable;
    }

    private Lease create(Function<SeededTemplate, Database> way) {
        DatabaseSettings database = settings.database();
        if (settings.seeding().isEmpty()) {
            return Lease.owning(session.database(database), database, session);
        }
        SeededTemplate template = session.seeded(database, settings.seeding());
        Database copy = way.apply(template);
        Seeded seeded = template.seeded().in(copy.dataSource());
        return Lease.owning(copy, database, session, Optional.of(seeded));
    }
}

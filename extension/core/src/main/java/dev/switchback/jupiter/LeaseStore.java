package dev.switchback.jupiter;

import dev.switchback.Reset;
import dev.switchback.fixture.Seeded;
import dev.switchback.provision.Database;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The leases of one test or class, which JUnit's store keeps and ends with the scope that asked for them. */
record LeaseStore(
        Store store,
        Class<?> testClass,
        String borrower,
        Optional<String> testId,
        TestSettings settings,
        SwitchbackSession session,
        Supplier<Optional<ApplicationDatabase>> application,
        TestEnd end) {

    private static final String END = LeaseStore.class.getName() + ".end";

    private record OfTest(String uniqueId, OfClass lease) {}

    /** A class within another one may have another application. */
    private record OfClass(
            DatabaseSettings database,
            SeedingRequest seeding,
            boolean isReadOnly,
            Optional<ApplicationDatabase> application) {}

    private record ReadOnlyOfClass(OfClass lease) {}

    static LeaseStore of(ExtensionContext context) {
        return new LeaseStore(
                context.getStore(StoreResource.NAMESPACE),
                context.getRequiredTestClass(),
                ConfigurationErrors.nameOf(context),
                context.getTestMethod().map(method -> context.getUniqueId()),
                SettingsReader.test(context),
                SwitchbackSession.of(context),
                () -> TestFramework.applicationOf(context),
                TestEnd.of(context));
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
        if (settings.isReadOnly()) {
            return StoreResource.in(store, testId.isEmpty() ? ofClass() : ofTest(), Lease.class, this::readOnly);
        }
        if (testId.isEmpty()) {
            return StoreResource.in(store, ofClass(), Lease.class, () -> withEnd(create()));
        }
        if (settings.range().isPresent()) {
            MigrationTestRange range = settings.range().get();
            return StoreResource.in(store, MigrationTestRange.class, Lease.class, () -> withEnd(migrated(range)));
        }
        return StoreResource.in(
                store, ofTest(), Lease.class, () -> shared().map(this::share).orElseGet(() -> withEnd(create())));
    }

    private Lease share(Lease ofClass) {
        Lease shared = ofClass.sharing(borrower);
        if (isBroughtBack() || application.get().isPresent()) {
            return shared;
        }
        return shared.atEnd(database -> {
            if (end.isFailed()) {
                end.tellOfShared(database, shared.settings(), ofClass.borrower());
                ofClass.failedIn();
            }
        });
    }

    /** The end of an application's tests is told when they give it back. */
    private Lease withEnd(Lease lease) {
        return application.get().isPresent()
                ? lease
                : lease.atEnd(database -> {
                    end.tellLeft(lease.endBusy());
                    end.tell(database, lease.settings());
                    if (!end.isFailed() && lease.hasFailedIn()) {
                        end.keepShared(database);
                    }
                });
    }

    /**
     * Brings the database that a class shares back to its seeded state, if there is one and its tests expect that: before this
     * test, and after it when that {@linkplain #endTest ends}, or with the scope of the test at the latest.
     */
    void bringBackShared() {
        if (settings.isReadOnly()) {
            Optional.ofNullable(store.get(new ReadOnlyOfClass(ofClass()), ReadOnlyLease.class))
                    .ifPresent(ofClass -> {
                        ofClass.look();
                        // it may work with what the class was given, and so has a part in it, too
                        lease();
                    });
            StoreResource afterwards =
                    () -> Optional.ofNullable(store.get(ofTest(), Lease.class)).ifPresent(Lease::close);
            store.put(END, afterwards);
        } else if (isBroughtBack() && application.get().isEmpty()) {
            shared().ifPresent(this::lendShared);
        }
    }

    private boolean isBroughtBack() {
        return !settings.seeding().isEmpty() && settings.seeding().reset() != Reset.NONE;
    }

    /** All is over that tests and extensions do after a test: what is open now, the test has left. */
    static void endTest(ExtensionContext test) {
        Optional.ofNullable(test.getStore(StoreResource.NAMESPACE).remove(END, StoreResource.class))
                .ifPresent(StoreResource::close);
    }

    private void lendShared(Lease lease) {
        lease.enter(borrower);
        boolean isBack = false;
        try {
            lease.bringBack("Before " + borrower, " It ran before the test, as @BeforeAll methods do.");
            isBack = true;
        } finally {
            if (!isBack) {
                lease.leave();
            }
        }
        StoreResource afterwards = () -> bringBackAfter(lease);
        store.put(END, afterwards);
    }

    private void bringBackAfter(Lease lease) {
        try {
            Optional.ofNullable(store.get(ofTest(), Lease.class)).ifPresent(Lease::close);
            end.tell(lease.current(), lease.settings());
            lease.bringBack("After " + borrower, "");
        } finally {
            lease.leave();
        }
    }

    private Optional<Lease> shared() {
        return Optional.ofNullable(store.get(ofClass(), Lease.class));
    }

    private OfTest ofTest() {
        return new OfTest(testId.orElseThrow(), ofClass());
    }

    private OfClass ofClass() {
        return new OfClass(settings.database(), settings.seeding(), settings.isReadOnly(), application.get());
    }

    private Lease migrated(MigrationTestRange range) {
        MigrationVersion end = range.end(session.versions(settings.database()));
        return create(SeededTemplate::copy).migratedTo(end);
    }

    private Lease create() {
        return application.get().map(this::ofApplication).orElseGet(() -> create(way()));
    }

    /** Shared by all that only read; where nobody may look whether they do, a copy to which the server refuses to write. */
    private Lease readOnly() {
        DatabaseSettings database = settings.database();
        Optional<Seeded> seeded = Optional.of(settings.seeding())
                .filter(seeding -> !seeding.isEmpty())
                .map(seeding -> session.seeded(database, seeding).seeded());
        Optional<ReadOnlyLease> part = ReadOnlyLease.begin(session, settings, borrower, testId.isPresent());
        if (part.isEmpty()) {
            HeldDatabase own = new HeldDatabase(session.readOnly(database, settings.seeding()));
            return withEnd(Lease.owning(own, database, session, seeded, borrower));
        }
        if (testId.isEmpty()) {
            store.put(new ReadOnlyOfClass(ofClass()), part.get());
        }
        Lease lease = Lease.borrowing(part.get().held(), database, session, seeded, borrower);
        return lease.atEnd(current -> {
            end.tellLeft(lease.endAll());
            end.tellOfReadOnly(current, database);
            part.get().end();
        });
    }

    /** A database that a class asks for before its tests; no test has prepared it. */
    private Lease ofApplication(ApplicationDatabase database) {
        if (testId.isEmpty()) {
            database.begin(store, settings, testClass);
        }
        return Lease.of(database, database.seeded(settings.seeding()), borrower);
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
            return Lease.owning(session.database(database), database, session, borrower);
        }
        SeededTemplate template = session.seeded(database, settings.seeding());
        HeldDatabase copy = new HeldDatabase(way.apply(template), () -> way.apply(template));
        return Lease.owning(copy, database, session, Optional.of(template.seeded()), borrower);
    }
}

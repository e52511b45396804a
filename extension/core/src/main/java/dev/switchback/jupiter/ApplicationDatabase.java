package dev.switchback.jupiter;

import dev.switchback.Reset;
import dev.switchback.fixture.Seeded;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.Template;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The database of an application that outlives tests and test classes: it keeps its name and URL, and has before each test the rows
 * that this test asks for. What the application does to it while it starts belongs to every test's rows. Tests of one application
 * run one after the other.
 */
public final class ApplicationDatabase implements AutoCloseable {

    private final SwitchbackSession session;
    private final DatabaseSettings asked;
    private final Database database;
    private final ApplicationRows rows;
    private final ApplicationTurns turns = new ApplicationTurns();
    private final Applications application = new Applications();
    private DatabaseSettings settings;
    private boolean isMigrated;
    private boolean isStarted;
    private boolean isChangedByStart;
    private @Nullable Class<?> lastClass;

    ApplicationDatabase(SwitchbackSession session, DatabaseSettings asked) {
        this.session = session;
        this.asked = asked;
        this.settings = asked;
        this.database = session.server(asked).create();
        session.tellAtEnd(application);
        this.rows = new ApplicationRows(database, session.resetStates(), () -> application.closeSessions());
    }

    /** Name, URL, user and password, which stay the same. */
    public Database database() {
        return database;
    }

    /** Tells an application from now on, beside those that are told already: contexts may have a parent. */
    public void tell(Application listener) {
        application.add(listener);
    }

    /**
     * Has sessions of tests and fixtures be as the application's are: with these properties of the driver, unless others are known
     * already or the application has started.
     */
    public synchronized void connectWith(Map<String, String> properties) {
        if (settings.properties().isEmpty() && !isStarted) {
            settings = settings.with(properties);
        }
    }

    /** Migrates it as the annotations say, if the application does not. */
    public synchronized void migrate() {
        if (!settings.isEmpty()) {
            rows.replaceBy(session.migrated(settings));
        }
    }

    /**
     * Migrates it as the application's Flyway is about to do, which then finds nothing to do. Databases of equal keys share the
     * one run.
     *
     * @param key equal for configurations that mean the same
     * @param properties of the driver, for the sessions of that Flyway
     * @return the application's Flyway, with what the tests have changed in its configuration
     */
    public synchronized Flyway migrate(Flyway own, Object key, Map<String, String> properties) {
        Configuration configuration = own.getConfiguration();
        Consumer<FluentConfiguration> more = asked.flyway().configurator();
        Optional<DatabaseSettings> before = Optional.of(settings).filter(known -> isMigrated);
        isMigrated = true;
        settings = settings.with(new FlywaySettings(
                Stream.of(configuration.getLocations()).map(String::valueOf).toList(),
                asked.flyway().undo(),
                asked.flyway().logging(),
                new OwnFlyway(key, before, more, configuration),
                properties));
        if (!asked.isEmpty()) {
            DatabaseSettings now = settings;
            rows.replaceBy(
                    session.migrated(now, before.map(session::migrated), template -> session.flyway(now, template)
                            .migrate()));
        }
        if (more == CodeSettings.NONE.flyway()) {
            return own;
        }
        FluentConfiguration changed =
                Flyway.configure(configuration.getClassLoader()).configuration(configuration);
        more.accept(changed);
        return changed.load();
    }

    /** Gives a test the database, with its rows, until the test ends. Does nothing if the test has it already. */
    public void begin(ExtensionContext test) {
        if (turns.beginTest(test.getStore(StoreResource.NAMESPACE), test.getUniqueId())) {
            TestSettings asking = SettingsReader.test(test);
            // a test of a migration has another database
            if (asking.range().isEmpty()) {
                prepare(asking, test.getRequiredTestClass());
            }
        }
    }

    /** Has a test that fails tell what it ran on when it gives the database back. */
    void tellAtEnd(TestEnd end, ExtensionContext test) {
        StoreResource atEnd = () -> {
            if (end.isFailed()) {
                tell(end);
            }
        };
        test.getStore(StoreResource.NAMESPACE).put(TestEnd.class + test.getUniqueId(), atEnd);
    }

    private synchronized void tell(TestEnd end) {
        end.tell(database, settings);
        // those on the original have ended if it was copied
        application.closeSessions();
    }

    /** Gives a class the database, with its rows, before it writes any by itself. */
    public void beginClass(ExtensionContext testClass) {
        begin(
                testClass.getStore(StoreResource.NAMESPACE),
                SettingsReader.test(testClass),
                testClass.getRequiredTestClass());
    }

    /** Gives a class the database, before its tests; no test of another class has it until the first of this one has. */
    void begin(Store store, TestSettings settings, Class<?> testClass) {
        turns.beginClass(store);
        prepare(settings, testClass);
    }

    /** Brings it to the rows that a test of that class asks for. */
    private synchronized void prepare(TestSettings test, Class<?> testClass) {
        check(test, testClass);
        started();
        Template template = template(test.seeding());
        Reset reset = test.seeding().reset();
        Class<?> outermost = outermost(testClass);
        if (reset == Reset.NONE && rows.isOf(template) && outermost == lastClass) {
            return;
        }
        lastClass = outermost;
        TestTimes.of(TestTimes.Phase.RESET, () -> {
            if (reset == Reset.COPY) {
                rows.replaceBy(template);
            } else {
                rows.bringTo(template);
            }
        });
        application.rowsPutBack();
    }

    private void check(TestSettings test, Class<?> testClass) {
        if (test.isReadOnly()) {
            throw ConfigurationErrors.at(
                    testClass,
                    "@TestDatabase(readOnly)",
                    "the test has an application, which writes to its database when it likes; leave readOnly out: tests of"
                            + " one application share its database anyway");
        }
        if (!test.database().equals(asked)) {
            throw ConfigurationErrors.at(
                    testClass,
                    "@TestDatabase",
                    "a method asks for another database than its class, whose application has one; put the annotation on a"
                            + " @Nested class or another class");
        }
    }

    /**
     * Takes what the application has written so far for a part of its start, which every test begins with. Called when it runs, before
     * a test class writes anything; does nothing from the second time on.
     */
    public synchronized void started() {
        if (isStarted) {
            return;
        }
        if (rows.isChanged()) {
            isChangedByStart = true;
            settings = settings.with(
                    settings.flyway().with(new OfOneDatabase(settings.flyway().configurator())));
            rows.leave();
            application.closeSessions();
            Template started = session.migrated(settings, database);
            application.closeSessions();
            rows.standsAt(started);
        }
        isStarted = true;
    }

    /**
     * The same configuration, but of one database: equal to itself only. It is kept for the whole session, so it does not know
     * the application.
     */
    private static final class OfOneDatabase implements Consumer<FluentConfiguration> {

        private final Consumer<FluentConfiguration> configurator;

        OfOneDatabase(Consumer<FluentConfiguration> configurator) {
            this.configurator = configurator;
        }

        @Override
        public void accept(FluentConfiguration configuration) {
            configurator.accept(configuration);
        }
    }

    private Template template(SeedingRequest seeding) {
        if (seeding.isEmpty()) {
            return session.migrated(settings);
        }
        if (isChangedByStart) {
            seeding.parts().stream()
                    .flatMap(part -> part.at().stream())
                    .findFirst()
                    .ifPresent(at -> {
                        throw ConfigurationErrors.value(
                                "@SeededFixtures(at)",
                                at.getVersion(),
                                "the application itself writes to its database when it starts, and so tests cannot begin at an"
                                        + " earlier version; leave `at` out, or seed these rows in a test without the application");
                    });
        }
        return session.seeded(settings, seeding).template();
    }

    /** The rows that a test asks for, by their labels; empty if it asks for none. */
    synchronized Optional<Seeded> seeded(SeedingRequest seeding) {
        return seeding.isEmpty()
                ? Optional.empty()
                : Optional.of(session.seeded(settings, seeding).seeded());
    }

    /** The way in which it is migrated. */
    synchronized DatabaseSettings settings() {
        return settings;
    }

    SwitchbackSession session() {
        return session;
    }

    Optional<Connection> transaction() {
        return application.transaction();
    }

    private static Class<?> outermost(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return outermost;
    }

    /** Drops it. An application that the end of the JVM closes may find the server gone, and the database with it. */
    @Override
    public synchronized void close() {
        session.forget(application);
        rows.leave();
        try {
            database.close();
        } catch (ProvisionException goesWithTheServer) {
            // The server drops what is still there, or the next run does.
        }
    }
}

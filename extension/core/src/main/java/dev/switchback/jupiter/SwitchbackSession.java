package dev.switchback.jupiter;

import dev.switchback.fixture.FixturePart;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.format.FixtureFiles;
import dev.switchback.jupiter.TestTimes.Phase;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Migrations;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.product.ProductException;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.Template;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The servers and templates that all tests of one launcher session share, and which end with it. */
final class SwitchbackSession implements StoreResource {

    private static final System.Logger LOG = System.getLogger(SwitchbackSession.class.getName());

    private final Map<String, ServerProvider> providers = new ConcurrentHashMap<>();
    private final Map<ServerSettings, Server> servers = new ConcurrentHashMap<>();
    private final Map<Server, SharedObjects> shared = new ConcurrentHashMap<>();
    private final Map<DatabaseSettings, String> templates = new ConcurrentHashMap<>();
    private final Map<DatabaseSettings, Optional<String>> digests = new ConcurrentHashMap<>();
    private final Map<SeededTemplate.Key, SeededTemplate> seededTemplates = new ConcurrentHashMap<>();
    private final ResetStates resetStates = new ResetStates();
    private final SeededDatabases seededDatabases = new SeededDatabases(resetStates);
    private final ReadOnlyDatabases readOnlyDatabases = new ReadOnlyDatabases();
    private final Map<Named, Fixtures> fixtures = new ConcurrentHashMap<>();
    private final Map<List<FixturePart>, Fixtures> fixturesByContent = new ConcurrentHashMap<>();
    private final Map<DatabaseSettings, List<MigrationVersion>> versions = new ConcurrentHashMap<>();
    private final Map<Path, SessionReport> reports = new ConcurrentHashMap<>();
    private final Set<Object> doneOnce = ConcurrentHashMap.newKeySet();
    private final Set<Applications> applications = ConcurrentHashMap.newKeySet();
    private final SettingNames settingNames = SettingNames.given();
    private final AtomicInteger templateCount = new AtomicInteger();

    /** Files as a class names them, beside which they are looked for first. */
    private record Named(Class<?> owner, List<String> files) {

        Fixtures read() {
            return Fixtures.of(files.stream()
                    .flatMap(file -> FixtureFiles.read(owner, file).stream())
                    .toList());
        }
    }

    SwitchbackSession() {
        UserLibrary.check();
        JooqLogo.leaveOut();
    }

    static SwitchbackSession of(ExtensionContext context) {
        return StoreResource.in(
                StoreResource.ofSession(context),
                SwitchbackSession.class,
                SwitchbackSession.class,
                SwitchbackSession::new);
    }

    /** The settings that nobody reads; looked for once. */
    SettingNames settingNames() {
        return settingNames;
    }

    /** Does something the first time that it is asked for under this key. */
    void once(Object key, Runnable action) {
        if (doneOnce.add(key)) {
            action.run();
        }
    }

    /** The report that is written to this page when the session ends. */
    SessionReport report(Path page) {
        return reports.computeIfAbsent(page, SessionReport::new);
    }

    /** The provider of that name or, without a name, the one on the class path: the same object in every call. */
    ServerProvider provider(String name) {
        return providers.computeIfAbsent(name, ServerProviders.installed()::choose);
    }

    Server server(ServerSettings settings) {
        return server(settings, Optional::empty);
    }

    /** The server of a database, with that one's template from its start if an earlier run has kept it. */
    Server server(DatabaseSettings settings) {
        return server(settings.server(), () -> digest(settings));
    }

    private Server server(ServerSettings settings, Supplier<Optional<String>> wanted) {
        Server running = running(settings);
        return running != null
                ? running
                : TestTimes.of(
                        Phase.PROVISION,
                        () -> servers.computeIfAbsent(settings, absent -> start(absent, wanted.get())));
    }

    /** The same fixtures for the same files, read once. */
    Fixtures fixtures(Class<?> owner, List<String> files) {
        return fixtures(
                fixtures.computeIfAbsent(new Named(owner, files), Named::read).parts());
    }

    /** The same fixtures for the same parts. */
    Fixtures fixtures(List<FixturePart> parts) {
        return fixturesByContent.computeIfAbsent(List.copyOf(parts), Fixtures::of);
    }

    /** A new database at its target version. */
    Database database(DatabaseSettings settings) {
        return TestTimes.of(
                Phase.PROVISION,
                () -> settings.isEmpty()
                        ? server(settings.server()).create()
                        : migrated(settings).clone());
    }

    /** The template at its target version. */
    Template migrated(DatabaseSettings settings) {
        return migrated(settings, Optional.empty(), database -> {
            if (!settings.isEmpty()) {
                migrate(settings, database);
            }
        });
    }

    /** The things that the databases on the server of these settings share; empty if it has not started. */
    Optional<SharedObjects> shared(ServerSettings settings) {
        return Optional.ofNullable(servers.get(settings))
                .filter(Server::isAlive)
                .map(this::shared);
    }

    private SharedObjects shared(Server server) {
        return shared.computeIfAbsent(server, each -> new SharedObjects(each, seededDatabases::dropUnused));
    }

    /** One that has ended by itself fails the tests that worked with it, and no others. */
    private @Nullable Server running(ServerSettings settings) {
        Server server = servers.get(settings);
        if (server == null || server.isAlive()) {
            return server;
        }
        if (servers.remove(settings, server)) {
            LOG.log(Level.WARNING, server + " has ended by itself; another is started for the next tests");
            try {
                server.close();
            } catch (ProvisionException goneAlready) {
                // Nothing is left of it that could be closed.
            }
        }
        return null;
    }

    private Optional<String> digest(DatabaseSettings settings) {
        return digests.computeIfAbsent(settings, TemplateDigests::digest);
    }

    private String keyOf(DatabaseSettings settings) {
        return templates.computeIfAbsent(settings, absent -> "migrated-" + templateCount.incrementAndGet());
    }

    /** The template of these settings; the first call makes it of another template, as {@code migration} does. */
    Template migrated(DatabaseSettings settings, Optional<Template> origin, Consumer<Database> migration) {
        Server server = server(settings);
        SharedObjects objects = shared(server);
        Consumer<Database> timed =
                database -> objects.migrate(() -> TestTimes.of(Phase.MIGRATE, () -> migration.accept(database)));
        String key = keyOf(settings);
        return origin.map(from -> server.template(key, from, timed))
                .or(() -> digest(settings).map(digest -> server.template(key, digest, timed)))
                .orElseGet(() -> server.template(key, timed));
    }

    /** The template of these settings, which the first call makes a copy of that database. */
    Template migrated(DatabaseSettings settings, Database original) {
        return server(settings.server()).template(keyOf(settings), original);
    }

    /** The seeded template at its target version. */
    SeededTemplate seeded(DatabaseSettings settings, SeedingRequest seeding) {
        return seededTemplates.computeIfAbsent(
                SeededTemplate.Key.of(settings, seeding),
                key -> new SeededTemplate(this, key, "seeded-" + templateCount.incrementAndGet()));
    }

    /** Makes the template that a test's database is a copy of, so that a mistake in it is told although no test takes a copy. */
    void prepare(DatabaseSettings settings, SeedingRequest seeding) {
        if (!seeding.isEmpty()) {
            seeded(settings, seeding).template();
        } else if (!settings.isEmpty()) {
            migrated(settings);
        }
    }

    /** States that the copies of templates are brought back to. */
    ResetStates resetStates() {
        return resetStates;
    }

    /** The databases that are used again. */
    SeededDatabases seededDatabases() {
        return seededDatabases;
    }

    /** The databases that read-only tests share. */
    ReadOnlyDatabases readOnlyDatabases() {
        return readOnlyDatabases;
    }

    /** A new database with these rows, to which the server refuses to write. */
    Database readOnly(DatabaseSettings settings, SeedingRequest seeding) {
        Database copy = seeding.isEmpty()
                ? database(settings)
                : seeded(settings, seeding).copy();
        try {
            server(settings.server()).refuseWrites(copy);
            return copy;
        } catch (RuntimeException | Error e) {
            copy.close();
            throw e;
        }
    }

    /** Flyway for a test, which runs and logs it as its own. */
    Flyway flyway(DatabaseSettings settings, Database database) {
        return configuration(settings, database).load();
    }

    Migrations migrations(DatabaseSettings settings, Database database) {
        return Migrations.of(quiet(settings, database).flyway());
    }

    private QuietFlyway quiet(DatabaseSettings settings, Database database) {
        return QuietFlyway.load(configuration(settings, database));
    }

    private FluentConfiguration configuration(DatabaseSettings settings, Database database) {
        FluentConfiguration configuration = settings.flyway()
                .configuration(server(settings.server()).product())
                .dataSource(database.dataSource(settings.flyway().properties()));
        if (!settings.isLatest() && !settings.isEmpty()) {
            withoutRepeatables(configuration.target(settings.target()));
        }
        return configuration;
    }

    void migrate(DatabaseSettings settings, Database database) {
        QuietFlyway flyway = quiet(settings, database);
        Migrations migrations = Migrations.of(flyway.flyway());
        List<Migration> applied = settings.isLatest() ? migrations.up() : upTo(settings, migrations);
        if (applied.isEmpty() && flyway.info().all().length == 0) {
            throw new MigrationsException("There is no migration in "
                    + String.join(", ", settings.flyway().migrations())
                    + ". Say where they are with @TestDatabase(migrations = ...), or take a database without any with"
                    + " @TestDatabase(target = \"empty\").");
        }
    }

    /** The versions are asked for only when something failed: on the way that succeeds, it would cost a look at all migrations. */
    private List<Migration> upTo(DatabaseSettings settings, Migrations migrations) {
        try {
            return migrations.up(settings.target().getVersion());
        } catch (MigrationsException e) {
            Versions.problem(settings.target(), versions(settings)).ifPresent(problem -> {
                throw new ExtensionConfigurationException("@TestDatabase(target): " + problem, e);
            });
            throw e;
        }
    }

    /** The versions of all migrations, in order and whatever the target; looked up once. */
    List<MigrationVersion> versions(DatabaseSettings settings) {
        return versions.computeIfAbsent(settings.at(MigrationVersion.EMPTY), all -> {
            try (Database scratch = server(all.server()).create()) {
                return Stream.of(quiet(all, scratch).info().all())
                        .flatMap(info -> Stream.ofNullable(info.getVersion()))
                        .sorted()
                        .toList();
            }
        });
    }

    /** Flyway would run repeatable migrations at any version, but they are made for the newest. */
    private static void withoutRepeatables(FluentConfiguration configuration) {
        configuration.repeatableSqlMigrationPrefix("none-before-the-newest");
        configuration.ignoreMigrationPatterns("*:future", "repeatable:*");
    }

    /** Has applications told of the end, before which their databases are there. */
    void tellAtEnd(Applications told) {
        applications.add(told);
    }

    void forget(Applications told) {
        applications.remove(told);
    }

    /** One server that cannot be closed does not keep the others. */
    @Override
    public void close() {
        applications.forEach(Application::databaseEnds);
        reports.values().forEach(SessionReport::write);
        reports.clear();
        seededDatabases.close();
        readOnlyDatabases.close();
        RuntimeException failure = null;
        for (Server server : servers.values()) {
            try {
                server.close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        servers.clear();
        if (failure != null) {
            throw failure;
        }
    }

    private static Server start(ServerSettings settings, Optional<String> wanted) {
        Server server = Server.start(settings.provider(), TemplateDigests.request(settings, wanted));
        try {
            FlywayModules.check(server.product());
            server.createRoles(settings.roles());
            return server;
        } catch (MigrationsException | ProvisionException | ProductException e) {
            server.close();
            throw e;
        }
    }
}

package dev.switchback.jupiter;

import static java.util.stream.Collectors.joining;

import dev.switchback.SwitchbackParameters;
import dev.switchback.fixture.SeedSettings;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/**
 * The database that a test failed on: beside the failure, because its message is the test's own. It has no stack trace, since nothing
 * went wrong at any place of the code.
 */
final class FailedOn extends Exception {

    private static final String NO_DATABASE = "3D000";
    private static final long serialVersionUID = 1L;

    private static final String READ_ONLY =
            "shared by read-only tests, so that the server refuses to write; @TestDatabase(readOnly = false) gives one of its own";

    FailedOn(String text) {
        super(text, null, false, false);
    }

    static String text(TestPlace place, Database database, DatabaseSettings migrated, TestSettings settings) {
        SeedingRequest seeding = settings.seeding();
        return "The database of " + place.name() + ":\n\n" + line("database", database.name())
                + line("server", server(database, migrated))
                + line("migrated", migrated(migrated))
                + (seeding.isEmpty() ? "" : line("fixtures", fixtures(seeding)))
                + (settings.isReadOnly() ? line("read-only", READ_ONLY) : "")
                + line("replay", place.ofMaven() + " or " + place.ofGradle() + replay(seeding));
    }

    /** A line of the text; more lines of a value are below its first. */
    static String line(String title, String value) {
        return "  %-10s%s%n"
                .formatted(title, value.replace("\n", "\n" + " ".repeat(12)))
                .replace("\r", "");
    }

    private static String server(Database database, DatabaseSettings settings) {
        String provider = settings.server().provider().name();
        try (Connection connection = database.dataSource().getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            return "%s %s (%s), %s"
                    .formatted(
                            server.getDatabaseProductName(),
                            server.getDatabaseProductVersion(),
                            provider,
                            database.url());
        } catch (SQLException e) {
            return NO_DATABASE.equals(e.getSQLState())
                    ? "%s, %s, which is dropped already, with the application that had it"
                            .formatted(provider, database.url())
                    : "cannot be reached any more (%s), %s: %s".formatted(provider, database.url(), e.getMessage());
        }
    }

    private static String migrated(DatabaseSettings settings) {
        if (settings.isEmpty()) {
            return "not at all";
        }
        String flyway = JarVersions.ofModule("org.flywaydb", "flyway-core")
                .or(() -> JarVersions.ofClass(Flyway.class.getName()))
                .map(version -> ", by Flyway " + version)
                .orElse("");
        String target = settings.isLatest() ? "the newest version" : "version " + settings.target();
        return "to %s, from %s%s"
                .formatted(target, String.join(", ", settings.flyway().migrations()), flyway);
    }

    private static String fixtures(SeedingRequest seeding) {
        String files = seeding.parts().stream()
                .flatMap(part -> part.fixtures().parts().stream())
                .map(part -> part.location().source())
                .distinct()
                .collect(joining(", "));
        SeedSettings settings = seeding.settings();
        return "%s; seed %d, clock %s".formatted(files, settings.seed(), settings.clock());
    }

    private static String replay(SeedingRequest seeding) {
        SeedSettings settings = seeding.settings();
        return seeding.isEmpty() || settings.equals(SeedSettings.defaults())
                ? ""
                : "\nwith %s = %d and %s = %s, unless @SeededFixtures says them"
                        .formatted(
                                SwitchbackParameters.FIXTURES_SEED,
                                settings.seed(),
                                SwitchbackParameters.FIXTURES_CLOCK,
                                settings.clock());
    }
}

package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;

/** Reads which database {@link TestDatabase} asks for, or a {@code Switchback}, or configuration parameters. */
final class DatabaseReader {

    static final List<String> DEFAULT_LOCATION = List.of("classpath:db/migration");

    private DatabaseReader() {}

    /** The database at the version where the test begins, which goes before the annotation's target. */
    static DatabaseSettings read(SettingsSources sources, Optional<MigrationVersion> begin) {
        AnnotationLevels<TestDatabase> said = sources.levels(TestDatabase.class);
        CodeSettings code = sources.code();
        List<String> migrations =
                said.texts("migrations", TestDatabase::migrations, code.migrations(), SwitchbackParameters.MIGRATIONS);
        List<String> undo = said.texts("undo", TestDatabase::undo, code.undo(), SwitchbackParameters.UNDO);
        return new DatabaseSettings(
                server(said, code, sources),
                new FlywaySettings(
                        FlywayLocations.check(migrations.isEmpty() ? DEFAULT_LOCATION : migrations),
                        FlywayLocations.check(undo),
                        FlywayLogging.asked(sources.parameters()),
                        code.flyway()),
                begin.orElseGet(() -> target(said.text(TestDatabase::target))));
    }

    /** Whether a test only reads, which the test of a migration cannot. */
    static boolean isReadOnly(SettingsSources sources, Optional<MigrationTestRange> range) {
        boolean isReadOnly = sources.levels(TestDatabase.class).flag("readOnly", TestDatabase::readOnly);
        if (isReadOnly && range.isPresent()) {
            throw ConfigurationErrors.at(
                    sources.method().orElseThrow(),
                    "@TestDatabase(readOnly)",
                    "a @MigrationTest migrates its database and so writes to it; put @TestDatabase(readOnly = false) on the"
                            + " method");
        }
        return isReadOnly;
    }

    private static ServerSettings server(
            AnnotationLevels<TestDatabase> said, CodeSettings code, SettingsSources sources) {
        String version = said.text(TestDatabase::version, code.version(), SwitchbackParameters.VERSION);
        String name = said.text(TestDatabase::server, code.server(), SwitchbackParameters.SERVER);
        ServerProvider provider =
                code.provider().orElseGet(() -> sources.session().provider(name));
        ServerRequest request = ServerRequest.version(version)
                .withSettings(code.serverSettings())
                .configuredBy(provider, sources.parameters());
        List<String> roles = said.texts("roles", TestDatabase::roles, code.roles(), SwitchbackParameters.ROLES);
        return new ServerSettings(provider, request, Set.copyOf(roles), TemplateKeeping.by(sources.parameters()));
    }

    private static MigrationVersion target(String target) {
        return switch (target) {
            case "", "latest" -> MigrationVersion.LATEST;
            case "empty" -> MigrationVersion.EMPTY;
            default -> Versions.parse("@TestDatabase(target)", target);
        };
    }
}

package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All that makes a database; equal settings share a migrated template.
 *
 * @param target the version up to which it is migrated
 */
record DatabaseSettings(ServerSettings server, FlywaySettings flyway, MigrationVersion target) {

    private static final List<String> DEFAULT_LOCATION = List.of("classpath:db/migration");

    private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");

    static DatabaseSettings of(ExtensionContext context) {
        Layers<TestDatabase> said = Layers.of(context, TestDatabase.class);
        CodeSettings code =
                Registered.nearest(context).map(SwitchbackExtension::code).orElse(CodeSettings.NONE);
        List<String> migrations =
                said.texts("migrations", TestDatabase::migrations, code.migrations(), SwitchbackParameters.MIGRATIONS);
        List<String> undo = said.texts("undo", TestDatabase::undo, code.undo(), SwitchbackParameters.UNDO);
        return new DatabaseSettings(
                server(context, said, code),
                new FlywaySettings(
                        Locations.check(migrations.isEmpty() ? DEFAULT_LOCATION : migrations),
                        Locations.check(undo),
                        code.flyway()),
                MigrationPassage.begin(context).orElseGet(() -> target(said.text(TestDatabase::target))));
    }

    boolean isEmpty() {
        return target.equals(MigrationVersion.EMPTY);
    }

    boolean isLatest() {
        return target.equals(MigrationVersion.LATEST);
    }

    /** The same database, standing at another version. */
    DatabaseSettings at(MigrationVersion version) {
        return new DatabaseSettings(server, flyway, version);
    }

    private static ServerSettings server(ExtensionContext context, Layers<TestDatabase> said, CodeSettings code) {
        String version = said.text(TestDatabase::version, code.version(), SwitchbackParameters.VERSION);
        String name = said.text(TestDatabase::server, code.server(), SwitchbackParameters.SERVER);
        ServerProvider provider =
                code.provider().orElseGet(() -> SwitchbackSession.of(context).provider(name));
        ServerRequest request = new ServerRequest(version, code.serverSettings())
                .configuredBy(provider, context::getConfigurationParameter);
        return new ServerSettings(provider, request);
    }

    private static MigrationVersion target(String target) {
        return switch (target) {
            case "", "latest" -> MigrationVersion.LATEST;
            case "empty" -> MigrationVersion.EMPTY;
            default -> version("@TestDatabase(target)", target);
        };
    }

    /** The version as Flyway reads it, or an error that names the setting. */
    static MigrationVersion version(String setting, String version) {
        if (!VERSION.matcher(version).matches()) {
            throw Problems.value(setting, version, "is no version; write it as in the file name, such as 7 or 2.1");
        }
        return MigrationVersion.fromVersion(version);
    }
}

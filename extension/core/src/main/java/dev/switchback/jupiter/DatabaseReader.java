package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

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
                        code.flyway(),
                        Map.of()),
                begin.orElseGet(() -> target(said.text(TestDatabase::target))),
                Map.of());
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
        ServerProvider provider = code.provider().orElseGet(() -> provider(name, sources));
        ServerRequest request = ServerRequest.version(version)
                .withSettings(code.serverSettings())
                .configuredBy(provider, sources.parameters());
        List<String> roles = said.texts("roles", TestDatabase::roles, code.roles(), SwitchbackParameters.ROLES);
        return new ServerSettings(provider, request, Set.copyOf(roles), TemplateKeeping.by(sources.parameters()));
    }

    /** The provider of that name; refuses a server that is named in part, which would not be asked, without a word. */
    private static ServerProvider provider(String name, SettingsSources sources) {
        ServerProvider provider = sources.session().provider(name);
        if (name.isEmpty()) {
            sources.session().provider("url").options().stream()
                    .filter(option -> !provider.options().contains(option))
                    // the URL before user and password
                    .sorted(Comparator.comparing((String option) -> !option.endsWith(".url"))
                            .thenComparing(Comparator.naturalOrder()))
                    .filter(option -> sources.parameters().apply(option).isPresent())
                    .findFirst()
                    .ifPresent(option -> {
                        throw new ExtensionConfigurationException(
                                "%s is given, but not %s = url, without which %s is asked for databases; give both or none of them."
                                        .formatted(option, SwitchbackParameters.SERVER, provider.name()));
                    });
        }
        return provider;
    }

    private static MigrationVersion target(String target) {
        return switch (target) {
            case "", "latest" -> MigrationVersion.LATEST;
            case "empty" -> MigrationVersion.EMPTY;
            default -> Versions.parse("@TestDatabase(target)", target);
        };
    }
}

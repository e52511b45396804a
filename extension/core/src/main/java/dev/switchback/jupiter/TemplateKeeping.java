package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.migration.template.TemplateContent;
import dev.switchback.provision.KeptTemplates;
import dev.switchback.provision.ServerRequest;
import dev.switchback.text.Digest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Whether migrated templates are kept for later runs, and by which digests they are found again. */
enum TemplateKeeping {
    ON,
    OFF;

    static TemplateKeeping by(Function<String, Optional<String>> parameters) {
        Optional<String> wanted = parameters.apply(SwitchbackParameters.TEMPLATES);
        wanted.filter(value -> !value.equals("on") && !value.equals("off") && !isAbsolute(value))
                .ifPresent(value -> {
                    throw ConfigurationErrors.value(
                            SwitchbackParameters.TEMPLATES,
                            value,
                            "must be one of on, off, or the absolute path of a folder");
                });
        return wanted.filter(value -> value.equals("off")).isPresent() ? OFF : ON;
    }

    private static boolean isAbsolute(String path) {
        return !path.isBlank() && Path.of(path).isAbsolute();
    }

    /** The digest of all that these settings make; empty if it cannot be known, and then the database is migrated in each run. */
    Optional<String> digest(DatabaseSettings settings) {
        if (this == OFF || settings.isEmpty()) {
            return Optional.empty();
        }
        FlywaySettings flyway = settings.flyway();
        String version = JarVersions.ofModule("org.flywaydb", "flyway-core")
                .or(() -> JarVersions.ofClass(Flyway.class.getName()))
                .orElse("");
        String target = settings.target().toString();
        if (version.isEmpty()) {
            return Optional.empty();
        }
        if (flyway.configurator() == CodeSettings.NONE.flyway()) {
            ClassLoader own = Thread.currentThread().getContextClassLoader();
            return TemplateContent.of(
                    flyway.migrations(), version, target, own == null ? getClass().getClassLoader() : own);
        }
        FluentConfiguration configuration =
                Flyway.configure().locations(flyway.migrations().toArray(String[]::new));
        flyway.configurator().accept(configuration);
        return TemplateContent.of(configuration, version, target);
    }

    /** The request for a server on which that template is wanted first. */
    ServerRequest request(ServerSettings server, Optional<String> wanted) {
        return this == OFF
                ? server.request()
                : server.request()
                        .withTemplates(new KeptTemplates(
                                Digest.of(new TreeSet<>(server.roles()).toString()),
                                Digest.of(Path.of("").toAbsolutePath().toString()),
                                wanted));
    }
}

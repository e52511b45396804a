package dev.switchback.jupiter;

import dev.switchback.migration.template.TemplateContent;
import dev.switchback.provision.KeptTemplates;
import dev.switchback.provision.ServerRequest;
import dev.switchback.text.Digest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The digests by which migrated templates are found again in later runs. */
final class TemplateDigests {

    private TemplateDigests() {}

    /** The digest of all that these settings make; empty if it cannot be known, and then the database is migrated in each run. */
    static Optional<String> digest(DatabaseSettings settings) {
        if (settings.server().templates() == TemplateKeeping.OFF || settings.isEmpty()) {
            return Optional.empty();
        }
        FlywaySettings flyway = settings.flyway();
        String version = JarVersions.ofModule("org.flywaydb", "flyway-core")
                .or(() -> JarVersions.ofClass(Flyway.class.getName()))
                .orElse("");
        String target = flyway.properties().isEmpty()
                ? settings.target().toString()
                : settings.target() + " " + new TreeMap<>(flyway.properties());
        if (version.isEmpty()) {
            return Optional.empty();
        }
        if (flyway.configurator() == CodeSettings.NONE.flyway()) {
            ClassLoader own = Thread.currentThread().getContextClassLoader();
            return TemplateContent.of(
                    flyway.migrations(), version, target, own == null ? TemplateDigests.class.getClassLoader() : own);
        }
        FluentConfiguration configuration =
                Flyway.configure().locations(flyway.migrations().toArray(String[]::new));
        flyway.configurator().accept(configuration);
        return TemplateContent.of(configuration, version, target);
    }

    /** The request for a server on which that template is wanted first. */
    static ServerRequest request(ServerSettings server, Optional<String> wanted) {
        return server.templates() == TemplateKeeping.OFF
                ? server.request()
                : server.request()
                        .withTemplates(new KeptTemplates(
                                Digest.of(new TreeSet<>(server.roles()).toString()),
                                Digest.of(Path.of("").toAbsolutePath().toString()),
                                wanted));
    }
}

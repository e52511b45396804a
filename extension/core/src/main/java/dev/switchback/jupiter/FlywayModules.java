package dev.switchback.jupiter;

import dev.switchback.migration.MigrationsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** Flyway supports each database by a module of its own, which a build can forget or leave at another version. */
final class FlywayModules {

    private static final String CORE = "flyway-core";

    private FlywayModules() {}

    /** Fails if the product's module is not there or of another major version than Flyway itself. */
    static void check(String product) {
        String module = "flyway-database-" + product.toLowerCase(Locale.ROOT);
        check(module, versionOf(CORE), versionOf(module));
    }

    static void check(String module, Optional<String> core, Optional<String> found) {
        String coreVersion = core.orElse("the version of flyway-core");
        if (found.isEmpty()) {
            throw new MigrationsException(
                    """
                    Flyway cannot talk to this database: org.flywaydb:%s is not on the class path. Add it:

                      <dependency>
                        <groupId>org.flywaydb</groupId>
                        <artifactId>%s</artifactId>
                        <version>%s</version>
                        <scope>test</scope>
                      </dependency>

                      testRuntimeOnly("org.flywaydb:%s:%s")
                    """
                            .formatted(module, module, coreVersion, module, coreVersion)
                            .stripTrailing());
        }
        if (core.isPresent() && !major(core.get()).equals(major(found.get()))) {
            throw new MigrationsException(
                    "org.flywaydb:%s is %s, but org.flywaydb:flyway-core is %s. Give both the same version."
                            .formatted(module, found.get(), core.get()));
        }
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0];
    }

    private static Optional<String> versionOf(String module) {
        String file = "/META-INF/maven/org.flywaydb/" + module + "/pom.properties";
        try (InputStream properties = Flyway.class.getResourceAsStream(file)) {
            if (properties == null) {
                return Optional.empty();
            }
            Properties read = new Properties();
            read.load(properties);
            return Optional.ofNullable(read.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException("The class path does not let itself be read: " + file, e);
        }
    }
}

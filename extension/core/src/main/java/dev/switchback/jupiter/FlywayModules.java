package dev.switchback.jupiter;

import dev.switchback.migration.MigrationsException;
import java.util.Locale;
import java.util.Optional;

/** Flyway supports each database by a module of its own, which a build can forget or leave at another version. */
final class FlywayModules {

    private static final String GROUP = "org.flywaydb";
    private static final String CORE = "flyway-core";

    private FlywayModules() {}

    /** Fails if the product's module is not there or of another major version than Flyway itself. */
    static void check(String product) {
        String module = "flyway-database-" + product.toLowerCase(Locale.ROOT);
        check(module, JarVersions.ofModule(GROUP, CORE), JarVersions.ofModule(GROUP, module));
    }

    static void check(String module, Optional<String> core, Optional<String> found) {
        String coreVersion = core.orElse("the version of flyway-core");
        if (found.isEmpty()) {
            throw new MigrationsException(
                    "Flyway cannot talk to this database: org.flywaydb:%s is not on the class path. Add it:\n\n%s"
                            .formatted(module, declaration(module, coreVersion)));
        }
        if (core.isPresent() && !major(core.get()).equals(major(found.get()))) {
            throw new MigrationsException(
                    "org.flywaydb:%s is %s, but org.flywaydb:flyway-core is %s. Give both the same version:\n\n%s"
                            .formatted(module, found.get(), core.get(), declaration(module, core.get())));
        }
    }

    private static String declaration(String module, String version) {
        BuildDependency dependency = new BuildDependency(GROUP, module, version);
        return dependency.maven() + "\n\n" + dependency.gradle("testRuntimeOnly");
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0];
    }
}

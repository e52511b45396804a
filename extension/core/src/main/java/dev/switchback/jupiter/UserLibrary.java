package dev.switchback.jupiter;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A library that a project may have in a version of its own, and the oldest that Switchback works with.
 *
 * @param oldest the numbers of that version
 * @param declared a version to declare instead of an older one
 * @param property the one that sets the version in Spring Boot's parent
 */
record UserLibrary(String name, String group, String module, String oldest, String declared, String property) {

    private static final List<UserLibrary> ALL = List.of(
            new UserLibrary(
                    "JUnit Jupiter", "org.junit.jupiter", "junit-jupiter", "5.12", "5.12.2", "junit-jupiter.version"),
            new UserLibrary("Flyway", "org.flywaydb", "flyway-core", "10", "10.22.0", "flyway.version"),
            new UserLibrary("jOOQ", "org.jooq", "jooq", "3.18", "3.19.38", "jooq.version"),
            new UserLibrary("AssertJ", "org.assertj", "assertj-core", "3.24", "3.27.7", "assertj.version"));

    /** Fails if a library on the class path is older than what Switchback works with. */
    static void check() {
        for (UserLibrary library : ALL) {
            library.check(library.found());
        }
    }

    void check(Optional<String> found) {
        if (found.isPresent() && isOlder(found.get())) {
            throw new ExtensionConfigurationException(
                    "%s %s is on the class path, but Switchback works with %s and newer. Declare a newer one:\n\n%s\n\nWhere Spring Boot's parent says the version, set its property: <%s>%s</%s>"
                            .formatted(name, found.get(), oldest, declarations(), property, declared, property));
        }
    }

    private String declarations() {
        BuildDependency dependency = new BuildDependency(group, module, declared);
        return dependency.maven() + "\n\n" + dependency.gradle("testImplementation");
    }

    private boolean isOlder(String version) {
        return JarVersions.compare(version, oldest) < 0;
    }

    private Optional<String> found() {
        return name.equals("JUnit Jupiter")
                ? JarVersions.ofClass("org.junit.jupiter.api.Test")
                : JarVersions.ofModule(group, module);
    }
}

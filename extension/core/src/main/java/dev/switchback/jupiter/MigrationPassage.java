package dev.switchback.jupiter;

import dev.switchback.MigrationTest;
import dev.switchback.migration.Migrations;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.script.UnknownVersion;
import dev.switchback.provision.Database;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/** Where a test of a migration begins and where it goes, checked. */
record MigrationPassage(MigrationVersion from, MigrationVersion to) {

    /** What the test method of a context asks for; empty if it is no such test. */
    static Optional<MigrationPassage> of(ExtensionContext context) {
        return context.getTestMethod().flatMap(method -> AnnotationSupport.findAnnotation(method, MigrationTest.class)
                .map(annotation -> of(annotation, method, context)));
    }

    /** Where the test method of a context begins, which is all that is needed to find its migrations. */
    static Optional<MigrationVersion> begin(ExtensionContext context) {
        return context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, MigrationTest.class))
                .map(annotation -> DatabaseSettings.version(
                        "@MigrationTest(from)", annotation.from().strip()));
    }

    private static MigrationPassage of(MigrationTest annotation, Method method, ExtensionContext context) {
        MigrationVersion from = DatabaseSettings.version(
                "@MigrationTest(from)", annotation.from().strip());
        List<MigrationVersion> known = SwitchbackSession.of(context)
                .versions(DatabaseSettings.of(context).at(MigrationVersion.EMPTY));
        check(from, "from", known, method);
        MigrationVersion to = annotation.to().isBlank()
                ? next(from, known, method)
                : DatabaseSettings.version("@MigrationTest(to)", annotation.to().strip());
        check(to, "to", known, method);
        if (from.equals(to)) {
            throw wrong(method, "from, to", "both are %s, so there is nothing to migrate".formatted(from));
        }
        return new MigrationPassage(from, to);
    }

    private static void check(MigrationVersion version, String attribute, List<MigrationVersion> known, Method method) {
        if (!known.contains(version)) {
            throw wrong(
                    method,
                    attribute,
                    "it is %s, %s"
                            .formatted(
                                    version,
                                    UnknownVersion.among(known.stream()
                                                    .map(MigrationVersion::getVersion)
                                                    .toList())
                                            .text(version.getVersion())));
        }
    }

    private static MigrationVersion next(MigrationVersion from, List<MigrationVersion> known, Method method) {
        return known.stream()
                .filter(version -> version.compareTo(from) > 0)
                .findFirst()
                .orElseThrow(() -> wrong(
                        method,
                        "from",
                        "it is %s, which is the newest version; name an older one, or one to go back to with to = ..."
                                .formatted(from)));
    }

    private static ExtensionConfigurationException wrong(Method method, String attributes, String problem) {
        return Problems.at(method, "@MigrationTest(" + attributes + ")", problem);
    }

    /** Migrates a database that stands at the beginning. */
    void run(DatabaseSettings settings, Database database, SwitchbackSession session) {
        try {
            Migrations.of(session.flyway(settings, database))
                    .withUndo(settings.flyway().undo().toArray(String[]::new))
                    .to(to.getVersion());
        } catch (MigrationsException e) {
            throw new AssertionFailedError(String.valueOf(e.getMessage()), e);
        }
    }
}

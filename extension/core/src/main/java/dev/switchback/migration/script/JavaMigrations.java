package dev.switchback.migration.script;

import dev.switchback.migration.MigrationsException;
import org.flywaydb.core.api.migration.JavaMigration;

/** Java migrations by the names of their classes. */
public final class JavaMigrations {

    private JavaMigrations() {}

    public static JavaMigration create(String className, ClassLoader loader) {
        try {
            return Class.forName(className, true, loader)
                    .asSubclass(JavaMigration.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new MigrationsException(
                    "Flyway names the Java migration " + className + ", but it cannot be created: it needs a public"
                            + " constructor without parameters, or to be registered with javaMigrations(...)",
                    e);
        }
    }
}

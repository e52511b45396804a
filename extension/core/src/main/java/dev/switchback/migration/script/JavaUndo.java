package dev.switchback.migration.script;

import dev.switchback.migration.MigrationsException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * The undo of a Java migration {@code V9__X}: a plain public class {@code U9__X} beside it, with a public constructor
 * without parameters and a public method {@code migrate(Context)}. It has no supertype, because Flyway would take any
 * {@link JavaMigration} for a migration and its base class refuses the prefix.
 */
record JavaUndo(Object undo, Method method, JavaMigration undone) implements JavaMigration {

    static Optional<Script> of(JavaMigration migration, ClassLoader loader) {
        Class<?> type = migration.getClass();
        String name = type.getSimpleName();
        if (!name.startsWith("V")) {
            return Optional.empty();
        }
        String undo = (type.getPackageName().isEmpty() ? "" : type.getPackageName() + ".") + "U" + name.substring(1);
        try {
            Class<?> found = Class.forName(undo, false, loader);
            return Optional.of(new Script.Java(create(found, migration), undo));
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }

    private static JavaUndo create(Class<?> type, JavaMigration migration) {
        try {
            return new JavaUndo(
                    type.getConstructor().newInstance(), type.getMethod("migrate", Context.class), migration);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MigrationsException(
                    "The Java undo " + type.getName() + " cannot be used: it must be a plain public class with a public"
                            + " constructor without parameters and a public method migrate("
                            + Context.class.getName()
                            + "). It must not extend BaseJavaMigration, which refuses the prefix U.",
                    e);
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return undone.getVersion();
    }

    @Override
    public String getDescription() {
        return undone.getDescription();
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try {
            method.invoke(undo, context);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}

package dev.switchback.jupiter;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Errors about wrong use: where, what, and what to do. */
final class ConfigurationErrors {

    private ConfigurationErrors() {}

    /** {@code @TestDatabase(target) on class shop.OrderTest: 'x' is not a version; ...}. */
    static ExtensionConfigurationException at(AnnotatedElement place, String what, String problem) {
        return new ExtensionConfigurationException("%s on %s: %s".formatted(what, nameOf(place), problem));
    }

    /** {@code switchback.round-trip.mode = 'SOME': must be one of STEPS, LATEST, FULL}. */
    static ExtensionConfigurationException value(String setting, String value, String problem) {
        return new ExtensionConfigurationException("%s = '%s': %s".formatted(setting, value, problem));
    }

    static String nameOf(AnnotatedElement place) {
        if (place instanceof Class<?> type) {
            return "class " + type.getName();
        }
        if (place instanceof Executable executable) {
            String name = executable instanceof Method ? "." + executable.getName() : "";
            return (name.isEmpty() ? "the constructor of " : "method ")
                    + executable.getDeclaringClass().getName()
                    + name
                    + (name.isEmpty() ? "" : "()");
        }
        return place.toString();
    }
}

package dev.switchback.jupiter;

import dev.switchback.schema.NamePatterns;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

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

    /** The patterns of an attribute that leaves out objects, unless one leaves out everything. */
    static List<String> excluding(String attribute, List<String> patterns) {
        NamePatterns.everything(patterns).ifPresent(all -> {
            throw value(attribute, all, "it " + NamePatterns.NOTHING_LEFT);
        });
        return patterns;
    }

    /** {@code class shop.OrderTest}, {@code method shop.OrderTest.pays()}, or that with the name of one of its invocations. */
    static String nameOf(ExtensionContext context) {
        Optional<AnnotatedElement> place = context.getElement();
        String name = place.map(ConfigurationErrors::nameOf).orElseGet(context::getDisplayName);
        boolean isInvocation = place.isPresent()
                && context.getParent().flatMap(ExtensionContext::getElement).equals(place);
        return isInvocation ? name + " [" + context.getDisplayName() + "]" : name;
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

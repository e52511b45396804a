package dev.switchback.jupiter;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test or class: its name in messages, and what build tools call it. */
record TestPlace(String name, Class<?> testClass, Optional<Method> method) {

    static TestPlace of(ExtensionContext context) {
        return new TestPlace(
                ConfigurationErrors.nameOf(context), context.getRequiredTestClass(), context.getTestMethod());
    }

    /** The option of Maven's Surefire that runs it alone. */
    String ofMaven() {
        return "-Dtest='" + testClass.getName()
                + method.map(each -> "#" + each.getName()).orElse("") + "'";
    }

    /** The option of Gradle that runs it alone. */
    String ofGradle() {
        return "--tests '" + testClass.getName()
                + method.map(each -> "." + each.getName()).orElse("") + "'";
    }
}

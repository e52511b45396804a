package dev.switchback.jupiter;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.support.AnnotationSupport;

/** Classes within a test class that JUnit leaves out. */
final class ForgottenClass {

    private ForgottenClass() {}

    /** Why JUnit does not run a class with the class around it; empty if it does, or takes it for a test class of its own. */
    static Optional<String> problem(Class<?> inner) {
        int modifiers = inner.getModifiers();
        boolean isNested = AnnotationSupport.isAnnotated(inner, Nested.class);
        if (Modifier.isStatic(modifiers)) {
            return isNested ? Optional.of(left("static")) : Optional.empty();
        }
        if (!isNested) {
            return Optional.of(
                    "its class is an inner class, and JUnit does not run it; annotate the class with `@Nested`");
        }
        if (Modifier.isPrivate(modifiers)) {
            return Optional.of(left("private"));
        }
        return Modifier.isAbstract(modifiers) && !hasHeir(inner) ? Optional.of(left("abstract")) : Optional.empty();
    }

    private static String left(String modifier) {
        return "its class is `@Nested` and %s, and JUnit does not run it; remove `%s`".formatted(modifier, modifier);
    }

    private static boolean hasHeir(Class<?> inner) {
        return Stream.of(inner.getDeclaringClass().getDeclaredClasses())
                .anyMatch(other -> other != inner && inner.isAssignableFrom(other));
    }
}

package dev.switchback.jupiter;

import dev.switchback.MigrationLint;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.MigrationTest;
import dev.switchback.PreviousVersion;
import dev.switchback.SchemaGolden;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The rules for where annotations may be placed. */
final class AnnotationPlacement {

    private static final List<Class<? extends Annotation>> LIFECYCLE =
            List.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class);

    private AnnotationPlacement() {}

    static void check(Class<?> testClass) {
        DeadMethod.in(testClass).findFirst().ifPresent(dead -> {
            throw dead.error();
        });
        Stream.of(
                        MigrationRoundTrip.class,
                        MigrationLint.class,
                        MigrationTest.class,
                        PreviousVersion.class,
                        SchemaGolden.class)
                .flatMap(annotation -> methods(testClass, annotation).stream())
                .forEach(AnnotationPlacement::check);
    }

    static void check(Method method) {
        if (isRoundTrip(Optional.of(method))) {
            check(
                    method,
                    "@MigrationRoundTrip",
                    "a round trip is a test of its own kind",
                    List.of(MigrationRoundTrip.class));
        }
        if (isLint(Optional.of(method))) {
            check(method, "@MigrationLint", "a lint is a test of its own kind", List.of(MigrationLint.class));
        }
        if (isMigrationTest(Optional.of(method))) {
            check(method, "@MigrationTest", "it makes a plain test", List.of(MigrationTest.class, Test.class));
        }
        if (isPreviousVersion(Optional.of(method))) {
            check(method, "@PreviousVersion", "it makes a plain test", List.of(PreviousVersion.class, Test.class));
        }
        if (isGolden(Optional.of(method))) {
            check(method, "@SchemaGolden", "it makes a plain test", List.of(SchemaGolden.class, Test.class));
        }
    }

    private static void check(Method method, String what, String reason, List<Class<? extends Annotation>> kinds) {
        Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(other -> isOfAnotherKind(other, kinds))
                .findFirst()
                .ifPresent(other -> {
                    throw ConfigurationErrors.at(
                            method,
                            what,
                            "it is @%s as well; %s, remove @%s"
                                    .formatted(other.getSimpleName(), reason, other.getSimpleName()));
                });
    }

    static boolean isRoundTrip(Optional<Method> method) {
        return AnnotationSupport.isAnnotated(method, MigrationRoundTrip.class);
    }

    static boolean isLint(Optional<Method> method) {
        return AnnotationSupport.isAnnotated(method, MigrationLint.class);
    }

    static boolean isGolden(Optional<Method> method) {
        return AnnotationSupport.isAnnotated(method, SchemaGolden.class);
    }

    static boolean isMigrationTest(Optional<Method> method) {
        return AnnotationSupport.isAnnotated(method, MigrationTest.class);
    }

    static boolean isPreviousVersion(Optional<Method> method) {
        return AnnotationSupport.isAnnotated(method, PreviousVersion.class);
    }

    static boolean hasRoundTrips(Class<?> testClass) {
        return !methods(testClass, MigrationRoundTrip.class).isEmpty();
    }

    static boolean hasLints(Class<?> testClass) {
        return !methods(testClass, MigrationLint.class).isEmpty();
    }

    private static boolean isOfAnotherKind(
            Class<? extends Annotation> annotation, List<Class<? extends Annotation>> kinds) {
        boolean isOfThisKind = kinds.stream()
                .filter(kind -> kind != Test.class)
                .anyMatch(kind -> annotation == kind || AnnotationSupport.isAnnotated(annotation, kind));
        return LIFECYCLE.contains(annotation)
                || (!isOfThisKind
                        && !kinds.contains(annotation)
                        && AnnotationSupport.isAnnotated(annotation, Testable.class));
    }

    private static List<Method> methods(Class<?> testClass, Class<? extends Annotation> annotation) {
        return AnnotationSupport.findAnnotatedMethods(testClass, annotation, HierarchyTraversalMode.TOP_DOWN);
    }
}

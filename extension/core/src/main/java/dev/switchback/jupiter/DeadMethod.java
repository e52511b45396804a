package dev.switchback.jupiter;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationLint;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.MigrationTest;
import dev.switchback.PreviousVersion;
import dev.switchback.SchemaGolden;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** A method with an annotation of ours that JUnit leaves out, and why. */
record DeadMethod(Method method, String annotation, String problem) {

    private static final String NO_TEST = "it is not a test; annotate the test methods, or the class";

    private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(
            MigrationRoundTrip.class,
            MigrationLint.class,
            MigrationTest.class,
            PreviousVersion.class,
            SchemaGolden.class,
            TestDatabase.class,
            SeededFixtures.class,
            ExpectedFixtures.class);

    /** Those of a class, its superclasses and all their interfaces, private ones too, where JUnit's own search does not go. */
    static Stream<DeadMethod> in(Class<?> type) {
        return Stream.of(
                        methods(type).flatMap(method -> of(method).stream()),
                        noTests(type),
                        Stream.of(type.getDeclaredClasses()).flatMap(inner -> ForgottenClass.problem(inner).stream()
                                .flatMap(problem -> inForgotten(inner, problem))))
                .flatMap(each -> each);
    }

    static Optional<DeadMethod> of(Method method) {
        // most methods have no obstacle, which is told at once; annotations are looked for on annotations, too
        return obstacle(method)
                .flatMap(problem -> annotation(method).map(annotation -> new DeadMethod(method, annotation, problem)));
    }

    /** Whether JUnit takes a method for a test, if nothing is in its way. */
    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }

    private static Stream<Method> methods(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        collect(type, types);
        return types.stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic());
    }

    private static void collect(Class<?> type, Set<Class<?>> types) {
        if (type != Object.class && types.add(type)) {
            if (type.getSuperclass() != null) {
                collect(type.getSuperclass(), types);
            }
            Arrays.stream(type.getInterfaces()).forEach(above -> collect(above, types));
        }
    }

    /** The tests of a class that JUnit leaves out, and of the inner classes in it. */
    private static Stream<DeadMethod> inForgotten(Class<?> type, String problem) {
        Stream<DeadMethod> own = methods(type)
                .filter(DeadMethod::isTest)
                .flatMap(method ->
                        annotation(method).map(annotation -> new DeadMethod(method, annotation, problem)).stream());
        return Stream.concat(
                own,
                Stream.of(type.getDeclaredClasses())
                        .filter(inner -> !Modifier.isStatic(inner.getModifiers()))
                        .flatMap(inner -> inForgotten(inner, problem)));
    }

    private static Optional<String> annotation(Method method) {
        return ANNOTATIONS.stream()
                .filter(annotation -> has(method, annotation))
                .map(annotation -> "@" + annotation.getSimpleName())
                .findFirst();
    }

    private static boolean has(AnnotatedElement method, Class<? extends Annotation> annotation) {
        boolean isRepeatable = annotation.isAnnotationPresent(Repeatable.class);
        return isRepeatable
                ? !AnnotationSupport.findRepeatableAnnotations(method, annotation)
                        .isEmpty()
                : AnnotationSupport.isAnnotated(method, annotation);
    }

    private static Optional<String> obstacle(Method method) {
        String modifier = modifier(method);
        if (!modifier.isEmpty()) {
            return Optional.of(
                    isTest(method)
                            ? "it is %s, and JUnit does not run it; remove `%s`".formatted(modifier, modifier)
                            : NO_TEST);
        }
        if (method.getReturnType() == void.class && AnnotationSupport.isAnnotated(method, TestFactory.class)) {
            return Optional.of("it returns nothing, and JUnit does not run it; return its tests");
        }
        boolean returnsForNobody = method.getReturnType() != void.class
                && (AnnotationSupport.isAnnotated(method, Test.class)
                        || AnnotationSupport.isAnnotated(method, TestTemplate.class));
        return returnsForNobody
                ? Optional.of("it returns a value, and JUnit does not run it; make it `void`")
                : Optional.empty();
    }

    private static String modifier(Method method) {
        int modifiers = method.getModifiers();
        return Modifier.isPrivate(modifiers) ? "private" : Modifier.isStatic(modifiers) ? "static" : "";
    }

    /** Methods that nothing makes a test of, without those that a subclass overrides. */
    private static Stream<DeadMethod> noTests(Class<?> type) {
        return ReflectionSupport.findMethods(
                        type, method -> !isTest(method) && modifier(method).isEmpty(), HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .flatMap(method -> annotation(method).map(found -> new DeadMethod(method, found, NO_TEST)).stream());
    }

    ExtensionConfigurationException error() {
        return ConfigurationErrors.at(method, annotation, problem);
    }
}

package dev.switchback.jupiter;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationLint;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.SchemaGolden;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** A class that asks for a check of its tests or before them, and has none, so that nothing is checked. */
record ClassWithoutTests(Class<?> type, String annotation) {

    private static final List<Class<? extends Annotation>> CHECKS =
            List.of(MigrationRoundTrip.class, MigrationLint.class, SchemaGolden.class, ExpectedFixtures.class);

    /** Empty for classes with tests, and for those that only others can have tests of. */
    static Optional<ClassWithoutTests> of(Class<?> type) {
        return CHECKS.stream()
                .filter(annotation -> AnnotationSupport.isAnnotated(type, annotation))
                .findFirst()
                .filter(annotation -> !Modifier.isAbstract(type.getModifiers()) && !hasTests(type))
                .map(annotation -> new ClassWithoutTests(type, "@" + annotation.getSimpleName()));
    }

    /** Tests of any engine that says which they are, here, above, or in the classes within. */
    private static boolean hasTests(Class<?> type) {
        return Stream.of(type.getAnnotations()).anyMatch(ClassWithoutTests::makesTests)
                || !AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty()
                || !AnnotationSupport.findAnnotatedFields(type, Testable.class).isEmpty()
                || Stream.<Class<?>>iterate(type, above -> above != null, Class::getSuperclass)
                        .flatMap(above -> Stream.of(above.getDeclaredClasses()))
                        .anyMatch(ClassWithoutTests::hasTests);
    }

    /** Annotations of ours make tests of methods alone. */
    private static boolean makesTests(Annotation annotation) {
        return AnnotationSupport.isAnnotated(annotation.annotationType(), Testable.class)
                && CHECKS.stream()
                        .noneMatch(check -> check == annotation.annotationType()
                                || AnnotationSupport.isAnnotated(annotation.annotationType(), check));
    }

    ExtensionConfigurationException error() {
        return ConfigurationErrors.at(
                type,
                annotation,
                "it has no test, and so nothing is checked; add one, or `implements MigrationChecks`, which has them. Where"
                        + " only classes that extend it have tests, make it `abstract`");
    }
}

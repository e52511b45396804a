package dev.switchback.jupiter;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ParameterContext;

/** A parameter whose annotations name the framework that gives its value, even where the type is one of ours. */
final class ForeignParameter {

    private static final Set<String> FRAMEWORKS = Set.of(
            "org.springframework.",
            "jakarta.inject.",
            "javax.inject.",
            "jakarta.enterprise.",
            "javax.enterprise.",
            "jakarta.annotation.Resource",
            "javax.annotation.Resource",
            "jakarta.persistence.",
            "io.quarkus.",
            "io.micronaut.",
            "org.eclipse.microprofile.",
            "com.google.inject.",
            "org.mockito.");

    /** They say that a value may be null, not where it comes from. */
    private static final Set<String> NULLNESS = Set.of("org.springframework.lang.", "io.micronaut.core.annotation.N");

    /** On a constructor or method they speak for all its parameters. */
    private static final Set<String> INJECTION = Set.of("Autowired", "Inject");

    private static final String CONSTRUCTORS = "org.springframework.test.context.TestConstructor";

    private ForeignParameter() {}

    static boolean is(ParameterContext parameter) {
        return Stream.of(parameter.getAnnotatedElement().getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(type -> isForeign(type) || isQualifier(type))
                || Stream.of(parameter.getDeclaringExecutable().getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(type -> isForeign(type) && INJECTION.contains(type.getSimpleName()))
                || (parameter.getDeclaringExecutable() instanceof Constructor<?> constructor
                        && isFilledBySpring(constructor.getDeclaringClass()));
    }

    /** A class whose constructors are Spring's, {@code @TestConstructor(autowireMode = ALL)}, be it said further out. */
    private static boolean isFilledBySpring(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != null, Class::getEnclosingClass)
                .flatMap(each -> Stream.of(each.getAnnotations()))
                .anyMatch(each -> each.annotationType().getName().equals(CONSTRUCTORS)
                        && each.toString().contains("ALL"));
    }

    /** A project's own annotation that the framework's stand on, such as a qualifier. */
    private static boolean isQualifier(Class<? extends Annotation> type) {
        return Stream.of(type.getAnnotations()).map(Annotation::annotationType).anyMatch(ForeignParameter::isForeign);
    }

    private static boolean isForeign(Class<? extends Annotation> type) {
        return FRAMEWORKS.stream().anyMatch(type.getName()::startsWith)
                && NULLNESS.stream().noneMatch(type.getName()::startsWith);
    }
}

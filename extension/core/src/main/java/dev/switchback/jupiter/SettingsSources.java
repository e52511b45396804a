package dev.switchback.jupiter;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationChecks;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Everything that the settings of one test or class are read from. Each type of annotation is looked for once. Thread-safe.
 *
 * @param places where annotations may be, nearest first: method, class, superclasses, enclosing classes
 * @param registered the {@code Switchback} in code
 * @param parameters JUnit's configuration parameters
 */
record SettingsSources(
        Class<?> testClass,
        Optional<Method> method,
        List<AnnotatedElement> places,
        Optional<ConfiguredInCode> registered,
        Function<String, Optional<String>> parameters,
        SwitchbackSession session,
        Map<Class<? extends Annotation>, List<Placed>> found) {

    /** An annotation and where it is. */
    record Placed(Annotation annotation, AnnotatedElement place) {}

    static SettingsSources of(ExtensionContext context) {
        return new SettingsSources(
                context.getRequiredTestClass(),
                context.getTestMethod(),
                places(context),
                RegisteredSwitchback.nearest(context),
                context::getConfigurationParameter,
                SwitchbackSession.of(context),
                new ConcurrentHashMap<>());
    }

    CodeSettings code() {
        return registered.map(ConfiguredInCode::code).orElse(CodeSettings.NONE);
    }

    /**
     * All annotations of a type, nearest first, with the configuration parameters behind them. Of equal annotations of a
     * repeatable type only the outermost counts.
     */
    <A extends Annotation> AnnotationLevels<A> levels(Class<A> type) {
        List<AnnotationLevels.Level<A>> levels = found.computeIfAbsent(type, this::find).stream()
                .map(each -> new AnnotationLevels.Level<>(type.cast(each.annotation), each.place))
                .toList();
        return new AnnotationLevels<>(levels, parameters);
    }

    /** Whether a database is asked for. A gate alone asks for none: what its class takes as parameters is for others to give. */
    boolean askForADatabase() {
        return registered.isPresent()
                || AnnotationPlacement.isRoundTrip(method)
                || AnnotationPlacement.isLint(method)
                || AnnotationPlacement.isGolden(method)
                || AnnotationPlacement.isMigrationTest(method)
                || AnnotationPlacement.isPreviousVersion(method)
                || MigrationChecks.class.isAssignableFrom(testClass)
                || Stream.of(TestDatabase.class, SeededFixtures.class, ExpectedFixtures.class)
                        .anyMatch(type -> !levels(type).isEmpty());
    }

    /** Whether a test says which migrations and rows it begins with; a round trip, a golden schema, a previous version and a check begin with their own. */
    boolean nameADatabase() {
        return method.isPresent()
                && !AnnotationPlacement.isRoundTrip(method)
                && !AnnotationPlacement.isLint(method)
                && !AnnotationPlacement.isPreviousVersion(method)
                && !AnnotationPlacement.isGolden(method)
                && method.get().getDeclaringClass() != MigrationChecks.class
                && Stream.of(TestDatabase.class, SeededFixtures.class)
                        .anyMatch(type -> !levels(type).isEmpty());
    }

    private List<Placed> find(Class<? extends Annotation> type) {
        return type.isAnnotationPresent(Repeatable.class) ? findRepeated(type) : findEach(type);
    }

    private List<Placed> findEach(Class<? extends Annotation> type) {
        return places.stream()
                .flatMap(place -> AnnotationSupport.findAnnotation(place, type).stream()
                        .map(annotation -> new Placed(annotation, place)))
                .toList();
    }

    private List<Placed> findRepeated(Class<? extends Annotation> type) {
        Map<Annotation, Placed> outermostFirst = new LinkedHashMap<>();
        reversed(places).forEach(place -> AnnotationSupport.findRepeatableAnnotations(place, type)
                .forEach(annotation -> outermostFirst.putIfAbsent(annotation, new Placed(annotation, place))));
        return reversed(outermostFirst.values());
    }

    private static <T> List<T> reversed(Collection<T> values) {
        List<T> reversed = new ArrayList<>(values);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<AnnotatedElement> places(ExtensionContext context) {
        List<AnnotatedElement> places = new ArrayList<>();
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            at.get().getElement().ifPresent(element -> {
                places.add(element);
                if (element instanceof Class<?> type) {
                    superclasses(type).forEach(places::add);
                }
            });
        }
        return List.copyOf(places);
    }

    private static Stream<? extends Class<?>> superclasses(Class<?> type) {
        return Stream.<Class<?>>iterate(type.getSuperclass(), above -> above != null, Class::getSuperclass);
    }
}

package dev.switchback.jupiter;

import dev.switchback.ExpectedFixtures;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Frameworks that run a test with an application, and so with a database of that application; known by their extensions. */
final class ApplicationFramework {

    private static final String SPRING = "Spring";

    private static final Map<String, String> NAMES = Map.of(
            "org.springframework.test.context.junit.jupiter.SpringExtension", SPRING,
            "io.quarkus.test.junit.QuarkusTestExtension", "Quarkus",
            "io.quarkus.test.junit.QuarkusIntegrationTestExtension", "Quarkus",
            "io.quarkus.test.QuarkusUnitTest", "Quarkus",
            "io.micronaut.test.extensions.junit5.MicronautJunit5Extension", "Micronaut",
            "io.helidon.microprofile.testing.junit5.HelidonJunit5Extension", "Helidon",
            "io.dropwizard.testing.junit5.DropwizardExtensionsSupport", "Dropwizard",
            "org.jboss.arquillian.junit5.ArquillianExtension", "Arquillian");

    private ApplicationFramework() {}

    /** Refuses rows for a database that a test does not name while its application has another. */
    static void check(SettingsSources sources) {
        boolean isNamed = sources.registered().isPresent()
                || !sources.levels(TestDatabase.class).isEmpty();
        if (!isNamed) {
            of(sources.places()).ifPresent(framework -> {
                check(sources.levels(SeededFixtures.class), framework);
                check(sources.levels(ExpectedFixtures.class), framework);
            });
        }
    }

    /** Refuses a test of Spring's whose application would not see the database that it names, for want of what connects the two. */
    static void checkThatItIsConnected(SettingsSources sources) {
        AnnotationLevels<TestDatabase> named = sources.levels(TestDatabase.class);
        if (sources.registered().isEmpty()
                && of(sources.places()).filter(SPRING::equals).isPresent()) {
            named.levels().stream().findFirst().ifPresent(level -> {
                throw ConfigurationErrors.at(
                        level.place(),
                        "@TestDatabase",
                        "Spring runs this test with an application, which does not see this database and would use its own; add the"
                                + " dependency dev.switchback:switchback-spring, of scope test, which makes it the application's");
            });
        }
    }

    private static <A extends Annotation> void check(AnnotationLevels<A> levels, String framework) {
        levels.levels().stream().findFirst().ifPresent(level -> {
            throw ConfigurationErrors.at(
                    level.place(),
                    "@" + level.annotation().annotationType().getSimpleName(),
                    "%s runs this test with an application and the application's database, and no other is named; Switchback"
                                    .formatted(framework)
                            + " would make a second one, which the application never sees. Name it with @TestDatabase, and"
                            + " connect the application to it");
        });
    }

    /** The framework of the nearest place that has one. */
    private static Optional<String> of(List<AnnotatedElement> places) {
        return places.stream()
                .flatMap(place -> Stream.concat(extensionsOn(place), extensionsIn(place)))
                .flatMap(ApplicationFramework::name)
                .findFirst();
    }

    private static Stream<Class<?>> extensionsOn(AnnotatedElement place) {
        return AnnotationSupport.findRepeatableAnnotations(place, ExtendWith.class).stream()
                .flatMap(extendWith -> Stream.of(extendWith.value()));
    }

    private static Stream<Class<?>> extensionsIn(AnnotatedElement place) {
        return place instanceof Class<?> type
                ? AnnotationSupport.findAnnotatedFields(
                                type, RegisterExtension.class, field -> true, HierarchyTraversalMode.TOP_DOWN)
                        .stream()
                        .<Class<?>>map(Field::getType)
                : Stream.empty();
    }

    private static Stream<String> name(Class<?> extension) {
        return Stream.<Class<?>>iterate(extension, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.ofNullable(NAMES.get(type.getName())));
    }
}

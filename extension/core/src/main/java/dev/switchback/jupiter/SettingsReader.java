package dev.switchback.jupiter;

import dev.switchback.MigrationTest;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Reads the settings of a test or class at the border, once: JUnit's store keeps them for all callbacks and parameters of that
 * test, and for all invocations of a round trip. Wrong use fails here, each time that the settings are asked for.
 */
final class SettingsReader {

    private record Key(Class<?> type, Optional<AnnotatedElement> testOrClass) {}

    private SettingsReader() {}

    static SettingsSources sources(ExtensionContext context) {
        return once(context, SettingsSources.class, SettingsSources::of);
    }

    static TestSettings test(ExtensionContext context) {
        return once(context, TestSettings.class, absent -> readTest(sources(context)));
    }

    static RoundTripRequest roundTrip(ExtensionContext context) {
        return once(context, RoundTripRequest.class, absent -> RoundTripReader.read(sources(context), test(context)));
    }

    /** The comparison that {@code @SchemaGolden} at this very place asks for. */
    static Optional<GoldenRequest> golden(AnnotatedElement place, ExtensionContext context) {
        return GoldenRequest.read(place, sources(context));
    }

    private static TestSettings readTest(SettingsSources sources) {
        sources.session().settingNames().check(sources.code().provider());
        Optional<MigrationTestRange> range = sources.method()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, MigrationTest.class)
                        .map(annotation -> MigrationTestRange.of(annotation, method)));
        DatabaseSettings database = DatabaseReader.read(sources, range.map(MigrationTestRange::from));
        return new TestSettings(
                database,
                FixturesReader.seeding(sources, database),
                sources.method().isPresent() ? FixturesReader.expectations(sources) : Expectations.NONE,
                range,
                DatabaseReader.isReadOnly(sources, range),
                Keeping.by(sources.parameters()));
    }

    /**
     * The key names the test, because a store also finds what the store of an enclosing context holds: a test must not find the
     * settings of its class, and an invocation does find those of its test template.
     */
    private static <T> T once(ExtensionContext context, Class<T> type, Function<ExtensionContext, T> reading) {
        return StoreResource.in(
                context.getStore(StoreResource.NAMESPACE),
                new Key(type, context.getElement()),
                type,
                () -> reading.apply(context));
    }
}

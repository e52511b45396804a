package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.SwitchbackParameters;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting of a round trip that is added is one in the annotation, in the parameters and in the engine. */
class RoundTripSettingsInStepTests {

    private static final SwitchbackSession SESSION = new SwitchbackSession();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path drafts;

    /** A value of each parameter that is not the default, and the name of its setting. */
    private static Map<String, Map.Entry<String, String>> parameters() {
        return Map.ofEntries(
                Map.entry(SwitchbackParameters.MODE, Map.entry("FULL", "mode")),
                Map.entry(SwitchbackParameters.FROM, Map.entry("2", "from")),
                Map.entry(SwitchbackParameters.UNDO, Map.entry("classpath:undo", "undo")),
                Map.entry(SwitchbackParameters.MISSING_UNDO, Map.entry("notice", "missingUndo")),
                Map.entry(SwitchbackParameters.COLUMN_ORDER, Map.entry("fail", "columnOrder")),
                Map.entry(SwitchbackParameters.ENUM_VALUES, Map.entry("notice", "enumValues")),
                Map.entry(SwitchbackParameters.ROWS, Map.entry("generated", "generatedRows")),
                Map.entry(SwitchbackParameters.ROW_HINTS, Map.entry("rows/shop.hints", "rowHints")),
                Map.entry(SwitchbackParameters.ADMITTED_ROWS, Map.entry("fail", "admittedRows")),
                Map.entry(SwitchbackParameters.TIME_LIMIT, Map.entry("7", "timeLimit")),
                Map.entry(SwitchbackParameters.EXCLUDE, Map.entry("audit_*", "excluded")),
                Map.entry(SwitchbackParameters.PARALLELISM, Map.entry("77", "parallelism")),
                Map.entry(SwitchbackParameters.CACHE, Map.entry("off", "cache")),
                Map.entry(SwitchbackParameters.DRAFT_UNDO, Map.entry(drafts.toString(), "draftUndo")));
    }

    @AfterAll
    static void close() {
        SESSION.close();
    }

    static class AnnotatedTestCase {

        @MigrationRoundTrip
        void saysNothing() {}

        @MigrationRoundTrip(
                mode = RoundTripMode.FULL,
                from = "2",
                undo = "classpath:undo",
                missingUndo = Severity.NOTICE,
                columnOrder = Severity.FAIL,
                enumValues = Severity.NOTICE,
                rows = RoundTripRows.GENERATED,
                rowHints = "rows/shop.hints",
                admittedRows = Severity.FAIL,
                timeLimit = 7,
                exclude = "audit_*")
        void saysEverything() {}
    }

    @Test
    void everyAttributeChangesItsSetting() throws Exception {
        Method method = AnnotatedTestCase.class.getDeclaredMethod("saysEverything");
        for (Method attribute : MigrationRoundTrip.class.getDeclaredMethods()) {
            assertThat(attribute.invoke(method.getAnnotation(MigrationRoundTrip.class)))
                    .as("this test says a value of the attribute %s", attribute.getName())
                    .isNotEqualTo(attribute.getDefaultValue());
        }

        assertThat(changed(read("saysEverything", Map.of())))
                .isEqualTo(Stream.of(MigrationRoundTrip.class.getDeclaredMethods())
                        .map(attribute -> switch (attribute.getName()) {
                            case "exclude" -> "excluded";
                            case "rows" -> "generatedRows";
                            default -> attribute.getName();
                        })
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyParameterChangesItsSetting() throws Exception {
        for (var parameter : parameters().entrySet()) {
            String value = parameter.getValue().getKey();
            assertThat(changed(read("saysNothing", Map.of(parameter.getKey(), value))))
                    .as(parameter.getKey())
                    .containsExactly(parameter.getValue().getValue());
        }
    }

    @Test
    void everyAttributeAndEverySettingHasAParameter() throws Exception {
        Set<String> ofRoundTrips = new HashSet<>();
        for (var constant : SwitchbackParameters.class.getFields()) {
            String name = String.valueOf(constant.get(null));
            if (name.startsWith("switchback.round-trip.")) {
                ofRoundTrips.add(name);
            }
        }
        assertThat(parameters().keySet()).containsAll(ofRoundTrips);

        Set<String> settings =
                new HashSet<>(values(RoundTripSettings.defaults()).keySet());
        settings.remove("rows"); // fixtures of the test
        assertThat(parameters().values().stream().map(Map.Entry::getValue).collect(Collectors.toSet()))
                .isEqualTo(settings);
    }

    private static RoundTripSettings read(String method, Map<String, String> parameters) throws Exception {
        Method test = AnnotatedTestCase.class.getDeclaredMethod(method);
        SettingsSources sources = new SettingsSources(
                AnnotatedTestCase.class,
                Optional.of(test),
                List.of(test, AnnotatedTestCase.class),
                Optional.empty(),
                name -> Optional.ofNullable(parameters.get(name)),
                SESSION,
                new ConcurrentHashMap<>());
        DatabaseSettings database = DatabaseReader.read(sources, Optional.empty());
        return RoundTripReader.read(
                        sources,
                        new TestSettings(
                                database,
                                FixturesReader.seeding(sources, database),
                                Expectations.NONE,
                                Optional.empty(),
                                false,
                                Keeping.NONE))
                .settings();
    }

    private static Set<String> changed(RoundTripSettings settings) throws Exception {
        Map<String, Object> values = values(settings);
        values(read("saysNothing", Map.of())).forEach((name, value) -> {
            if (Objects.equals(values.get(name), value)) {
                values.remove(name);
            }
        });
        return values.keySet();
    }

    private static Map<String, Object> values(RoundTripSettings settings) throws ReflectiveOperationException {
        Map<String, Object> values = new HashMap<>();
        for (Method accessor : RoundTripSettings.class.getDeclaredMethods()) {
            boolean isSetting = Modifier.isPublic(accessor.getModifiers())
                    && !Modifier.isStatic(accessor.getModifiers())
                    && accessor.getParameterCount() == 0
                    && !accessor.getName().startsWith("with")
                    && !Set.of("hashCode", "toString").contains(accessor.getName());
            if (isSetting) {
                values.put(accessor.getName(), accessor.invoke(settings));
            }
        }
        return new TreeMap<>(values);
    }
}

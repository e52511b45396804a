package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationLint;
import dev.switchback.MigrationTest;
import dev.switchback.PreviousVersion;
import dev.switchback.SchemaGolden;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.fixture.FixtureException;
import dev.switchback.migration.MigrationsException;
import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Each attribute of an annotation and each setting with a wrong name, a wrong value and nothing, before a database is touched. */
class MistakesTests {

    private static final Path ACTUAL = Path.of("target", "mistakes.txt");

    /** Where annotations of a list stand. */
    @SchemaGolden
    static final class Place {}

    @Test
    void everyMistakeHasItsMessageOrAReasonToHaveNone() throws IOException {
        Map<String, String> actual = new LinkedHashMap<>();
        ListedMistakes.read().forEach((mistake, listed) -> actual.put(mistake, actual(mistake, listed)));
        Files.createDirectories(ACTUAL.toAbsolutePath().getParent());
        Files.writeString(ACTUAL, ListedMistakes.text(actual));

        assertThat(actual).as("all messages are in %s", ACTUAL).isEqualTo(ListedMistakes.read());
    }

    /** A reason is the list's own, as long as nothing is refused. */
    private static String actual(String mistake, String listed) {
        return refusal(mistake)
                .orElseGet(() -> listed.startsWith(ListedMistakes.NONE) ? listed : ListedMistakes.NONE + "?");
    }

    @Test
    void everyAttributeIsTriedWithAWrongValueAndWithNothing() throws IOException {
        Set<String> wrong = new TreeSet<>();
        Set<String> nothing = new TreeSet<>();
        for (String mistake : ListedMistakes.read().keySet()) {
            if (mistake.startsWith("@")) {
                WrittenAnnotation written = WrittenAnnotation.parse(mistake);
                written.values().forEach((attribute, values) -> {
                    boolean isNothing = values.isEmpty() || values.contains("") || values.equals(List.of("0"));
                    (isNothing ? nothing : wrong).add(written.type().getSimpleName() + "." + attribute);
                });
            }
        }
        List<String> attributes = WrittenAnnotation.TYPES.stream()
                .flatMap(type -> WrittenAnnotation.attributes(type).map(method -> nameOf(type, method)))
                .toList();

        assertThat(wrong).containsAll(attributes);
        // the compiler refuses an enum without a value
        assertThat(nothing)
                .containsAll(attributes.stream()
                        .filter(attribute -> !attribute.equals("ExpectedFixtures.others"))
                        .toList());
    }

    private static String nameOf(Class<? extends Annotation> type, Method attribute) {
        return type.getSimpleName() + "." + attribute.getName();
    }

    @Test
    void everySettingIsTriedWithAWrongNameAWrongValueAndWithNothing() throws IOException {
        Map<String, String> listed = ListedMistakes.read();
        String messages = String.join("\n", listed.values());
        for (String setting : settings()) {
            assertThat(messages).as("a wrong name").containsPattern("( mean | or )" + Pattern.quote(setting) + "[? ]");
            assertThat(listed.keySet())
                    .contains(setting + " =")
                    .anyMatch(mistake -> mistake.startsWith(setting + " = "));
        }
    }

    @Test
    void thereAreHundredsOfThem() throws IOException {
        String refusals = new String(
                Objects.requireNonNull(MistakesTests.class.getResourceAsStream(
                                "/dev/switchback/assertions/messages/refusals.txt"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(ListedMistakes.read()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(ListedMistakes.read().size() + refusals.strip().split("\n\n").length)
                .isGreaterThanOrEqualTo(200);
    }

    private static List<String> settings() {
        return Stream.of(SwitchbackParameters.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(MistakesTests::constant)
                .toList();
    }

    private static String constant(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> refusal(String mistake) {
        try {
            if (mistake.startsWith("@")) {
                read(WrittenAnnotation.parse(mistake), Map.of());
            } else {
                String[] setting = mistake.split(" =", 2);
                SettingNames.handedOver(List.of(setting[0])).check(Optional.empty());
                read(null, Map.of(setting[0], setting[1].strip()));
            }
            return Optional.empty();
        } catch (ExtensionConfigurationException | ProvisionException | FixtureException | MigrationsException e) {
            return Optional.of(String.valueOf(e.getMessage())
                    .replaceAll("\\S*src/test/resources/", "<here>/src/test/resources/")
                    .replace(Path.of("").toAbsolutePath() + "/", "<here>/")
                    .strip());
        }
    }

    /** Reads all that the extension would read before it touches a database. */
    private static void read(@Nullable WrittenAnnotation written, Map<String, String> parameters) {
        Map<Class<? extends Annotation>, List<SettingsSources.Placed>> found = new ConcurrentHashMap<>();
        WrittenAnnotation.TYPES.forEach(type -> found.put(type, List.of()));
        place("@SeededFixtures(value = \"jupiter/seeded/shop.yaml\")", found);
        if (written != null) {
            found.put(written.type(), List.of(new SettingsSources.Placed(written.annotation(), Place.class)));
        }
        Map<String, String> all = new HashMap<>(Map.of(SwitchbackParameters.MIGRATIONS, "classpath:jupiter/shop"));
        all.putAll(parameters);
        try (SwitchbackSession session = new SwitchbackSession()) {
            SettingsSources sources = new SettingsSources(
                    Place.class,
                    Optional.empty(),
                    List.of(Place.class),
                    Optional.empty(),
                    name -> Optional.ofNullable(all.get(name)),
                    session,
                    found);
            read(sources, Optional.ofNullable(written).filter(annotation -> annotation.type() == MigrationTest.class));
            Progress.Wanted.by(sources.parameters());
        }
    }

    private static void place(String written, Map<Class<? extends Annotation>, List<SettingsSources.Placed>> found) {
        WrittenAnnotation annotation = WrittenAnnotation.parse(written);
        found.put(annotation.type(), List.of(new SettingsSources.Placed(annotation.annotation(), Place.class)));
    }

    private static void read(SettingsSources sources, Optional<WrittenAnnotation> migrationTest) {
        Optional<MigrationTestRange> range = migrationTest.map(annotation -> MigrationTestRange.of(
                (MigrationTest) annotation.annotation(), Place.class.getMethods()[0]));
        DatabaseSettings database = DatabaseReader.read(sources, range.map(MigrationTestRange::from));
        SeedingRequest seeding = FixturesReader.seeding(sources, database);
        TestSettings settings = new TestSettings(
                database,
                seeding,
                FixturesReader.expectations(sources),
                range,
                DatabaseReader.isReadOnly(sources, Optional.empty()),
                Keeping.by(sources.parameters()));
        GoldenRequest.read(Place.class, sources);
        if (!sources.levels(MigrationLint.class).isEmpty()) {
            LintRun.settings(sources);
        }
        if (!sources.levels(PreviousVersion.class).isEmpty()) {
            PreviousVersionReader.read(sources, settings, () -> MigrationVersion.fromVersion("1"));
        }
        sources.found().put(SeededFixtures.class, List.of());
        if (database.isLatest()) {
            RoundTripReader.read(
                    sources,
                    new TestSettings(
                            database,
                            FixturesReader.seeding(sources, database),
                            settings.expectations(),
                            range,
                            false,
                            Keeping.NONE));
        }
    }
}

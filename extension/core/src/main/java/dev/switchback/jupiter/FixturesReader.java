package dev.switchback.jupiter;

import dev.switchback.ExpectedFixtures;
import dev.switchback.Reset;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.FixturePart;
import dev.switchback.fixture.FixtureScript;
import dev.switchback.fixture.FixtureTable;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.SeedSettings;
import dev.switchback.fixture.expected.ExpectedRows;
import dev.switchback.migration.script.ScriptText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;

/** Reads which rows {@link SeededFixtures} and {@link ExpectedFixtures} ask for, and the files that they name. */
final class FixturesReader {

    private FixturesReader() {}

    /** The rows of all levels together, outermost first, of each file once; nothing is seeded if there is no annotation. */
    static SeedingRequest seeding(SettingsSources sources, DatabaseSettings database) {
        AnnotationLevels<SeededFixtures> said = sources.levels(SeededFixtures.class);
        List<SeedingRequest.Part> parts = new ArrayList<>();
        Set<Map.Entry<Optional<MigrationVersion>, FixturePart>> seeded = new HashSet<>();
        said.outermostFirst().forEach(level -> {
            SeedingRequest.Part part = part(level, database, sources.session());
            List<FixturePart> more = part.fixtures().parts().stream()
                    .filter(each -> seeded.add(Map.entry(part.at(), each)))
                    .toList();
            if (!more.isEmpty()) {
                parts.add(new SeedingRequest.Part(sources.session().fixtures(more), part.at()));
            }
        });
        return new SeedingRequest(
                parts,
                SeedSettings.defaults().withClock(SeedClock.of(said)).withSeed(seed(said)),
                said.choice("reset", SeededFixtures::reset, SwitchbackParameters.FIXTURES_RESET, Reset.ROWS),
                FingerprintRequest.read(said));
    }

    /** The rows that the nearest level expects. */
    static Expectations expectations(SettingsSources sources) {
        AnnotationLevels<ExpectedFixtures> said = sources.levels(ExpectedFixtures.class);
        return new Expectations(said.outermostFirst().stream()
                .filter(level -> level.place().equals(said.levels().get(0).place()))
                .map(level -> expectation(level, sources.session()))
                .toList());
    }

    private static SeedingRequest.Part part(
            AnnotationLevels.Level<SeededFixtures> level, DatabaseSettings database, SwitchbackSession session) {
        Optional<MigrationVersion> version = Optional.of(level.annotation().at().strip())
                .filter(at -> !at.isEmpty())
                .map(at -> Versions.parse("@SeededFixtures(at)", at));
        version.ifPresent(at -> checkThatItIsReached(at, database));
        Fixtures fixtures = NamedFixtures.read(level.annotation().value(), level.place(), "@SeededFixtures", session);
        if (fixtures.parts().stream().noneMatch(FixturesReader::seedsSomething)) {
            throw ConfigurationErrors.at(
                    level.place(),
                    "@SeededFixtures",
                    "%s has no row to be seeded; write one, or leave the annotation out"
                            .formatted(String.join(", ", level.annotation().value())));
        }
        return new SeedingRequest.Part(fixtures, version);
    }

    private static boolean seedsSomething(FixturePart part) {
        return part instanceof FixtureScript script
                ? !ScriptText.withoutComments(script.sql()).isBlank()
                : part instanceof FixtureTable table
                        && !(table.rows().isEmpty() && table.series().isEmpty());
    }

    private static void checkThatItIsReached(MigrationVersion at, DatabaseSettings database) {
        if (at.compareTo(database.target()) > 0) {
            throw ConfigurationErrors.value(
                    "@SeededFixtures(at)",
                    at.getVersion(),
                    database.isEmpty()
                            ? "the test has a database without migrations; leave `at` out"
                            : "the test's database is at %s, before it; leave `at` out, or raise the target"
                                    .formatted(database.target().getVersion()));
        }
    }

    private static Expectations.Expectation expectation(
            AnnotationLevels.Level<ExpectedFixtures> level, SwitchbackSession session) {
        ExpectedFixtures annotation = level.annotation();
        Fixtures fixtures = NamedFixtures.read(annotation.value(), level.place(), "@ExpectedFixtures", session);
        try {
            ExpectedRows rows = ExpectedRows.of(fixtures).without(Arrays.asList(annotation.ignore()));
            return new Expectations.Expectation(
                    annotation.others() == ExpectedFixtures.Others.FAIL ? rows : rows.orMore(),
                    "those of " + String.join(", ", annotation.value()));
        } catch (FixtureException e) {
            throw ConfigurationErrors.at(level.place(), "@ExpectedFixtures", String.valueOf(e.getMessage()));
        }
    }

    private static long seed(AnnotationLevels<SeededFixtures> said) {
        for (AnnotationLevels.Level<SeededFixtures> level : said.levels()) {
            long[] values = level.annotation().seed();
            if (values.length > 1) {
                throw level.wrong("seed", values.length + " values; choose one");
            }
            if (values.length == 1) {
                return values[0];
            }
        }
        return said.parameter(SwitchbackParameters.FIXTURES_SEED)
                .map(FixturesReader::seed)
                .orElse(SeedSettings.defaults().seed());
    }

    private static long seed(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw ConfigurationErrors.value(
                    SwitchbackParameters.FIXTURES_SEED, value, "is no seed; write a whole number, such as 42");
        }
    }
}

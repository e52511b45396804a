package dev.switchback.jupiter;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.filling.GeneratedRowsException;
import dev.switchback.filling.RowHint;
import dev.switchback.filling.RowHintFile;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.testfiles.BuildFolder;
import java.lang.reflect.Method;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads the settings of a round trip from {@link MigrationRoundTrip} and configuration parameters. */
final class RoundTripReader {

    private static final String NO_ROWS =
            "it is about generated rows, and none are generated; add rows = GENERATED, or leave it out";

    private RoundTripReader() {}

    static RoundTripRequest read(SettingsSources sources, TestSettings test) {
        AnnotationLevels<MigrationRoundTrip> said = sources.levels(MigrationRoundTrip.class);
        said.check(
                "mode = LATEST, from",
                annotation -> List.of(annotation.mode()).contains(RoundTripMode.LATEST)
                        && !annotation.from().isEmpty(),
                "LATEST judges the newest migration, wherever undo scripts start; leave one of the two out");
        if (!test.database().isLatest()) {
            throw ConfigurationErrors.value(
                    "@TestDatabase(target)",
                    test.database().target().toString(),
                    "a round trip takes every migration; leave target out, or start later with"
                            + " @MigrationRoundTrip(from = ...)");
        }
        checkThatRowsHaveAVersion(sources.levels(SeededFixtures.class));
        List<FixtureRows> rows = FixtureRows.of(test.seeding());
        RoundTripSettings settings = settings(said, test.database().flyway().undo());
        for (FixtureRows source : rows) {
            settings = settings.withRows(source.version().getVersion(), source);
        }
        return new RoundTripRequest(test.database(), settings, rows);
    }

    private static RoundTripSettings settings(AnnotationLevels<MigrationRoundTrip> said, List<String> undo) {
        List<String> ownUndo = said.texts("undo", MigrationRoundTrip::undo);
        RoundTripSettings defaults = RoundTripSettings.defaults();
        RoundTripSettings settings = defaults.withMode(
                        said.choice("mode", MigrationRoundTrip::mode, SwitchbackParameters.MODE, defaults.mode()))
                .withFrom(from(said))
                .withUndo((ownUndo.isEmpty() ? undo : FlywayLocations.check(ownUndo)).toArray(String[]::new))
                .withMissingUndo(said.choice(
                        "missingUndo",
                        MigrationRoundTrip::missingUndo,
                        SwitchbackParameters.MISSING_UNDO,
                        defaults.missingUndo()))
                .withColumnOrder(said.choice(
                        "columnOrder",
                        MigrationRoundTrip::columnOrder,
                        SwitchbackParameters.COLUMN_ORDER,
                        defaults.columnOrder()))
                .withEnumValues(said.choice(
                        "enumValues",
                        MigrationRoundTrip::enumValues,
                        SwitchbackParameters.ENUM_VALUES,
                        defaults.enumValues()))
                .withGeneratedRows(said.choice(
                        "rows", MigrationRoundTrip::rows, SwitchbackParameters.ROWS, defaults.generatedRows()))
                .withRowHints(hints(said.text(MigrationRoundTrip::rowHints, "", SwitchbackParameters.ROW_HINTS)))
                .withAdmittedRows(said.choice(
                        "admittedRows",
                        MigrationRoundTrip::admittedRows,
                        SwitchbackParameters.ADMITTED_ROWS,
                        defaults.admittedRows()))
                .withTimeLimit(said.seconds("timeLimit", MigrationRoundTrip::timeLimit, SwitchbackParameters.TIME_LIMIT)
                        .orElse(defaults.timeLimit()))
                .withParallelism(said.parameter(SwitchbackParameters.PARALLELISM)
                        .map(RoundTripReader::parallelism)
                        .orElse(defaults.parallelism()));
        checkThatRowsAreGenerated(said, settings);
        settings = excluding(settings, said);
        RoundTripSettings kept = keepsVerdicts(said) ? settings.withCache(BuildFolder.ofThisRun("verdicts")) : settings;
        return said.parameter(SwitchbackParameters.DRAFT_UNDO)
                .map(folder -> withDraftUndo(kept, folder))
                .orElse(kept);
    }

    /** On a class it may concern other round trips. */
    private static void checkThatRowsAreGenerated(
            AnnotationLevels<MigrationRoundTrip> said, RoundTripSettings settings) {
        said.levels().stream()
                .filter(level -> level.place() instanceof Method && settings.generatedRows() == RoundTripRows.OWN)
                .forEach(level -> {
                    if (!level.annotation().rowHints().isEmpty()) {
                        throw level.wrong("rowHints", NO_ROWS);
                    }
                    if (level.annotation().admittedRows().length > 0) {
                        throw level.wrong("admittedRows", NO_ROWS);
                    }
                });
    }

    private static RoundTripSettings excluding(RoundTripSettings settings, AnnotationLevels<MigrationRoundTrip> said) {
        List<String> own = ConfigurationErrors.excluding(
                "@MigrationRoundTrip(exclude)", said.texts("exclude", MigrationRoundTrip::exclude));
        if (!own.isEmpty()) {
            return settings.withExcluded(own.toArray(String[]::new));
        }
        List<String> shared =
                ConfigurationErrors.excluding(SwitchbackParameters.EXCLUDE, said.texts(SwitchbackParameters.EXCLUDE));
        return shared.isEmpty()
                ? settings
                : settings.withExcluded(shared.toArray(String[]::new)).withSharedExclusion();
    }

    /** Rows of the newest version would be judged by no step, and nobody would notice. */
    private static void checkThatRowsHaveAVersion(AnnotationLevels<SeededFixtures> said) {
        said.outermostFirst().stream()
                .filter(level -> level.annotation().at().isBlank())
                .findFirst()
                .ifPresent(level -> {
                    throw ConfigurationErrors.at(
                            level.place(),
                            "@SeededFixtures",
                            "a round trip takes rows along from the version that they are made for; say which, such as"
                                    + " at = \"12\"");
                });
    }

    private static List<RowHint> hints(String file) {
        try {
            return file.isEmpty() ? List.of() : RowHintFile.named(file);
        } catch (GeneratedRowsException e) {
            throw ConfigurationErrors.value("@MigrationRoundTrip(rowHints)", file, String.valueOf(e.getMessage()));
        }
    }

    private static String from(AnnotationLevels<MigrationRoundTrip> said) {
        String from = said.text(MigrationRoundTrip::from, "", SwitchbackParameters.FROM);
        if (!from.isEmpty()) {
            Versions.parse("@MigrationRoundTrip(from)", from);
        }
        return from;
    }

    private static boolean keepsVerdicts(AnnotationLevels<MigrationRoundTrip> said) {
        String value = said.parameter(SwitchbackParameters.CACHE).orElse("on");
        if (!value.equals("on") && !value.equals("off")) {
            throw ConfigurationErrors.value(SwitchbackParameters.CACHE, value, "must be one of on, off");
        }
        return value.equals("on");
    }

    private static int parallelism(String value) {
        if (!value.matches("[1-9]\\d?")) {
            throw ConfigurationErrors.value(SwitchbackParameters.PARALLELISM, value, "is not a number from 1 to 99");
        }
        return Integer.parseInt(value);
    }

    private static RoundTripSettings withDraftUndo(RoundTripSettings settings, String folder) {
        try {
            return settings.withDraftUndo(Path.of(folder));
        } catch (MigrationsException | InvalidPathException e) {
            throw ConfigurationErrors.value(SwitchbackParameters.DRAFT_UNDO, folder, String.valueOf(e.getMessage()));
        }
    }
}

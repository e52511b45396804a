package dev.switchback.jupiter;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.migration.DraftFolder;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.RowsAt;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A round trip as the annotations and parameters around a test ask for it.
 *
 * @param rows the rows that are taken along, which the settings name too
 */
record RoundTripRequest(DatabaseSettings database, RoundTripSettings settings, List<FixtureRows> rows) {

    static RoundTripRequest of(ExtensionContext context) {
        Layers<MigrationRoundTrip> said = Layers.of(context, MigrationRoundTrip.class);
        said.check(
                "mode = LATEST, from",
                annotation -> List.of(annotation.mode()).contains(RoundTripMode.LATEST)
                        && !annotation.from().isEmpty(),
                "LATEST judges the newest migration, wherever undo scripts start; leave one of the two out");
        DatabaseSettings database = DatabaseSettings.of(context);
        if (!database.target().equals(MigrationVersion.LATEST)) {
            throw Problems.value(
                    "@TestDatabase(target)",
                    database.target().toString(),
                    "a round trip takes every migration; leave target out, or start later with"
                            + " @MigrationRoundTrip(from = ...)");
        }
        List<String> undo = said.texts("undo", MigrationRoundTrip::undo);
        List<FixtureRows> rows = FixtureRows.of(seeding(context));
        return new RoundTripRequest(
                database,
                new RoundTripSettings(
                        said.choice("mode", MigrationRoundTrip::mode, SwitchbackParameters.MODE, RoundTripMode.STEPS),
                        from(said),
                        undo.isEmpty() ? database.flyway().undo() : Locations.check(undo),
                        said.choice(
                                "missingUndo",
                                MigrationRoundTrip::missingUndo,
                                SwitchbackParameters.MISSING_UNDO,
                                Severity.FAIL),
                        said.choice(
                                "columnOrder",
                                MigrationRoundTrip::columnOrder,
                                SwitchbackParameters.COLUMN_ORDER,
                                Severity.NOTICE),
                        said.choice(
                                "enumValues",
                                MigrationRoundTrip::enumValues,
                                SwitchbackParameters.ENUM_VALUES,
                                Severity.FAIL),
                        timeLimit(said),
                        said.texts("exclude", MigrationRoundTrip::exclude, List.of(), SwitchbackParameters.EXCLUDE),
                        draftUndo(said),
                        parallelism(said),
                        rows.stream()
                                .map(source -> new RowsAt(source.version().getVersion(), source))
                                .toList()),
                rows);
    }

    /** Rows of the newest version would be judged by no step, and nobody would notice. */
    private static Seeding seeding(ExtensionContext context) {
        Layers.outermostFirst(context, SeededFixtures.class).forEach((annotation, place) -> {
            if (annotation.at().isBlank()) {
                throw Problems.at(
                        place,
                        "@SeededFixtures",
                        "a round trip takes rows along from the version that they are made for; say which, such as at ="
                                + " \"12\"");
            }
        });
        return Seeding.of(context);
    }

    private static int parallelism(Layers<MigrationRoundTrip> said) {
        return said.parameter(SwitchbackParameters.PARALLELISM)
                .map(RoundTripRequest::parts)
                .orElse(RoundTripSettings.DEFAULT_PARALLELISM);
    }

    private static int parts(String value) {
        if (!value.matches("[1-9]\\d?")) {
            throw Problems.value(
                    SwitchbackParameters.PARALLELISM, value, "is no number of parts; write one from 1 to 99");
        }
        return Integer.parseInt(value);
    }

    private static Optional<DraftFolder> draftUndo(Layers<MigrationRoundTrip> said) {
        return said.parameter(SwitchbackParameters.DRAFT_UNDO).map(RoundTripRequest::draftFolder);
    }

    private static DraftFolder draftFolder(String folder) {
        try {
            return DraftFolder.create(Path.of(folder));
        } catch (MigrationsException | InvalidPathException e) {
            throw Problems.value(SwitchbackParameters.DRAFT_UNDO, folder, String.valueOf(e.getMessage()));
        }
    }

    private static Duration timeLimit(Layers<MigrationRoundTrip> said) {
        return said.seconds("timeLimit", MigrationRoundTrip::timeLimit, SwitchbackParameters.TIME_LIMIT)
                .orElse(RoundTripSettings.DEFAULT_TIME_LIMIT);
    }

    RoundTrip prepare(SwitchbackSession session) {
        Server server = session.server(database.server());
        return RoundTrip.of(server, database.flyway().configuration(server.product()), settings);
    }

    private static String from(Layers<MigrationRoundTrip> said) {
        String from = said.text(MigrationRoundTrip::from, "", SwitchbackParameters.FROM);
        if (!from.isEmpty()) {
            DatabaseSettings.version("@MigrationRoundTrip(from)", from);
        }
        return from;
    }
}

package dev.switchback.jupiter;

import dev.switchback.PreviousVersion;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.statements.StatementCompatibility;
import dev.switchback.statements.StatementException;
import dev.switchback.statements.StatementSettings;
import java.util.function.Supplier;
import org.flywaydb.core.api.MigrationVersion;

/** Reads which statements {@link PreviousVersion} has tried, and on which schemas. */
final class PreviousVersionReader {

    private PreviousVersionReader() {}

    /** @param mergeBase the newest version of the main branch, asked for only if it is wanted */
    static StatementCompatibility read(
            SettingsSources sources, TestSettings test, Supplier<MigrationVersion> mergeBase) {
        AnnotationLevels<PreviousVersion> said = sources.levels(PreviousVersion.class);
        AnnotationLevels.Level<PreviousVersion> level = said.levels().get(0);
        if (!test.database().isLatest()) {
            throw ConfigurationErrors.value(
                    "@TestDatabase(target)",
                    test.database().target().toString(),
                    "@PreviousVersion makes databases at two versions; leave target out, and name the new one with"
                            + " @PreviousVersion(to = ...)");
        }
        String[] previous = said.texts("value", PreviousVersion::value).toArray(String[]::new);
        if (previous.length == 0) {
            throw level.wrong("value", "no file is named; name those with the statements, such as queries/v41/*.sql");
        }
        StatementSettings settings = StatementSettings.ofPrevious(previous)
                .withNext(said.texts("newVersion", PreviousVersion::newVersion).toArray(String[]::new))
                .withTo(version("to", said.text(PreviousVersion::to)));
        String from = said.text(PreviousVersion::from);
        settings = settings.withFrom(
                from.equals(PreviousVersion.MERGE_BASE) ? mergeBase.get().getVersion() : version("from", from));
        String role = said.text(PreviousVersion::role);
        settings = role.isEmpty() ? settings : settings.withRole(role);
        try {
            return StatementCompatibility.of(withRows(settings, said, test.seeding()));
        } catch (StatementException e) {
            throw ConfigurationErrors.at(level.place(), "@PreviousVersion", String.valueOf(e.getMessage()));
        }
    }

    private static String version(String attribute, String version) {
        if (!version.isEmpty()) {
            Versions.parse("@PreviousVersion(%s)".formatted(attribute), version);
        }
        return version;
    }

    private static StatementSettings withRows(
            StatementSettings settings, AnnotationLevels<PreviousVersion> said, SeedingRequest seeding) {
        StatementSettings with = settings;
        for (FixtureRows rows : FixtureRows.of(seeding)) {
            with = rows.version().equals(MigrationVersion.LATEST)
                    ? with.withRows(rows)
                    : with.withRows(rows.version().getVersion(), rows);
        }
        return said.choice("rows", PreviousVersion::rows)
                        .filter(rows -> rows != RoundTripRows.OWN)
                        .isPresent()
                ? with.withRows(GeneratedRows::into)
                : with;
    }
}

package dev.switchback.cli;

import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.schema.SchemaDiff;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A migration and its undo that were written from a difference, and the trial that they have to pass. */
record DiffDraft(SchemaScripts scripts, NewFiles files, Draft draft) {

    /** Writes the texts; a script that Flyway would change on its way gets a file beside it that forbids it. */
    static DiffDraft of(SchemaScripts scripts, NewFiles files, String header, FluentConfiguration flyway) {
        StringBuilder up = new StringBuilder(header);
        up.append(
                "-- Source: a draft by Switchback from the difference of two schemas. Read it before you rely on it.\n");
        scripts.lost()
                .forEach(name -> up.append("-- Lost: what is in ").append(name).append(".\n"));
        scripts.left().changes().forEach(change -> up.append("-- Left out: ")
                .append(change.name())
                .append(", for which there is no SQL.\n"));
        up.append(SchemaScripts.script(scripts.up()));
        Map<Path, String> texts = new LinkedHashMap<>();
        texts.put(files.up(), up.toString());
        texts.put(files.undo().orElseThrow(), SchemaScripts.script(scripts.down()));
        Map<Path, String> all = new LinkedHashMap<>(texts);
        texts.forEach((path, text) -> {
            if (flyway.isPlaceholderReplacement() && text.contains(flyway.getPlaceholderPrefix())) {
                all.put(path.resolveSibling(path.getFileName() + ".conf"), "placeholderReplacement=false\n");
            }
        });
        return new DiffDraft(scripts, files, new Draft(all));
    }

    /**
     * Takes them up, down and up again behind the other migrations.
     *
     * @param flyway the migrations without these
     * @param schemas where databases are made, and their schemas read
     * @throws CommandException with the findings, if there are any
     */
    void verify(FluentConfiguration flyway, String version, Charset charset, SchemaSource schemas) throws IOException {
        Path folder = Files.createTempDirectory("switchback-new");
        try {
            Map<Path, String> copies = new LinkedHashMap<>();
            draft.files().forEach((path, text) -> copies.put(folder.resolve(String.valueOf(path.getFileName())), text));
            new Draft(copies).write(charset);
            List<String> locations = new ArrayList<>(
                    Arrays.stream(flyway.getLocations()).map(Object::toString).toList());
            locations.add("filesystem:" + folder);
            FluentConfiguration with = Flyway.configure(flyway.getClassLoader())
                    .configuration(flyway)
                    .locations(locations.toArray(String[]::new));
            List<String> findings = findings(with, version, schemas);
            if (!findings.isEmpty()) {
                throw CommandException.findings("Nothing was written, because what would be written does not hold:\n\n"
                        + String.join("\n", findings).strip());
            }
        } finally {
            delete(folder);
        }
    }

    private List<String> findings(FluentConfiguration with, String version, SchemaSource schemas) {
        RoundTripResult result = RoundTrip.of(
                        schemas.server().get(),
                        with,
                        RoundTripSettings.defaults().withFrom(version))
                .run(step -> {});
        List<String> findings = new ArrayList<>();
        for (MigrationStep step : result.steps()) {
            step.verdict().findings().stream()
                    .filter(finding -> finding.severity() == Severity.FAIL)
                    .forEach(finding -> findings.add(finding.text()));
        }
        if (findings.isEmpty()) {
            SchemaDiff other = scripts.differenceOf(schemas.migrated(with));
            if (!other.isEmpty()) {
                findings.add("Flyway makes another schema of it than the statements did:\n" + other);
            }
        }
        return findings;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

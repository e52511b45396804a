package dev.switchback.lint.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchback.lint.FileSettings;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Files of migrations that are on no disk, and what the rules on files say of them. */
final class Sql {

    private final FluentConfiguration flyway;
    private final List<MigrationFile> files = new ArrayList<>();
    private LintSettings settings = LintSettings.defaults();

    private Sql(FluentConfiguration flyway) {
        this.flyway = flyway;
    }

    static Sql file(String name, String text) {
        return new Sql(Flyway.configure()).and(name, text);
    }

    static Sql with(FluentConfiguration flyway) {
        return new Sql(flyway);
    }

    /** A file by itself. */
    static MigrationFile single(String name, String text) {
        return file(name, text).files.get(0);
    }

    MigrationFile file(int index) {
        return files.get(index);
    }

    Sql and(String name, String text) {
        MigrationNames.Parsed parsed = MigrationNames.of(flyway).parse(name).orElseThrow();
        files.add(new MigrationFile(
                parsed.kind(),
                Path.of(name),
                name,
                name,
                parsed.version(),
                parsed.writtenVersion(),
                parsed.description(),
                new FileContent(text.getBytes(UTF_8), UTF_8)));
        return this;
    }

    Sql with(FileSettings other) {
        settings = settings.withFiles(other);
        return this;
    }

    Sql on(String... rules) {
        settings = settings.with(rules);
        return this;
    }

    List<LintFinding> findings() {
        MigrationFiles all = new MigrationFiles(MigrationNames.of(flyway), List.of(), files, UTF_8, List.of());
        return FileLint.of(all, files, settings, flyway);
    }

    List<String> told() {
        return findings().stream().map(LintFinding::title).toList();
    }
}

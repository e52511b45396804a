package dev.switchback.migration.verdicts;

import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPath;
import dev.switchback.text.Digest;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.flywaydb.core.api.resource.LoadableResource;

/** All of a script that its verdict may depend on: its name and place, each of its letters, and its own configuration. */
final class ScriptFacts {

    private ScriptFacts() {}

    static String of(Script script, MigrationScripts all) {
        if (!(script instanceof Script.Sql sql)) {
            throw new IllegalArgumentException(script.name() + " is a class.");
        }
        return Digest.of(sql.name(), sql.source(), text(sql.resource()), configuration(sql.resource(), all));
    }

    /** The script's own configuration, which may switch placeholders or transactions off. */
    static String configuration(LoadableResource script, MigrationScripts all) {
        LoadableResource beside = all.resources().getResource(script.getRelativePath() + ScriptPath.CONFIGURATION);
        return beside == null ? "" : text(beside);
    }

    private static String text(LoadableResource resource) {
        StringWriter text = new StringWriter();
        try (Reader reader = resource.read()) {
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource.getAbsolutePath(), e);
        }
    }
}

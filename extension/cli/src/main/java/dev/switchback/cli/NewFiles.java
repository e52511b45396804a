package dev.switchback.cli;

import dev.switchback.migration.script.ScriptPath;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The places of a migration that is to be written, and of its undo.
 *
 * @param title what it does, in the words of the call
 * @param version empty for a repeatable migration
 */
record NewFiles(String title, String version, Path up, Optional<Path> undo) {

    /** A place as people read it. */
    static String shown(Path path) {
        return ScriptPath.readable(path.toAbsolutePath().normalize().toString());
    }

    String upName() {
        return String.valueOf(up.getFileName());
    }

    String undoName() {
        return undo.map(path -> String.valueOf(path.getFileName())).orElse("");
    }

    /** The variables that each template can have. */
    Map<String, String> variables() {
        return Map.of("title", title, "script", upName(), "undo", undoName());
    }
}

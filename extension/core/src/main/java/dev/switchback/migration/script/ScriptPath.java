package dev.switchback.migration.script;

import java.nio.file.Path;

/** A file's path as messages name it. */
public final class ScriptPath {

    private ScriptPath() {}

    /** The path as it is seen from the project, if the file lies in it, so that a terminal can open it. */
    public static String readable(String absolute) {
        Path here = Path.of("").toAbsolutePath();
        Path file = Path.of(absolute);
        return file.startsWith(here) ? here.relativize(file).toString() : absolute;
    }
}

package dev.switchback.migration.script;

import java.nio.file.Path;

/** Paths of scripts and of what stands beside them, and how messages name them. */
public final class ScriptPath {

    /** The end of the name of a file that holds the configuration of the script before it. */
    public static final String CONFIGURATION = ".conf";

    private ScriptPath() {}

    /** The last part of a path, with whichever separator. */
    public static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The path as it is seen from the project, if the file lies in it, so that a terminal can open it. */
    public static String readable(String absolute) {
        Path here = Path.of("").toAbsolutePath();
        Path file = Path.of(absolute);
        return file.startsWith(here) ? here.relativize(file).toString() : absolute;
    }
}

package dev.switchback.lint;

/** Paths, whichever way their slashes lean. */
final class FilePaths {

    private FilePaths() {}

    /** The name of the file alone. */
    static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}

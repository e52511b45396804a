package dev.switchback.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scripts of Flyway locations, as they lie in the project: annotations point to them. */
public final class ScriptFiles {

    private static final List<String> RESOURCES = List.of("src/main/resources", "src/test/resources");
    private static final int LONGEST = 20_000;

    private final Path root;
    private final Map<String, Path> files;

    /** The names of undo scripts by their versions. */
    private final Map<String, String> undo = new HashMap<>();

    private ScriptFiles(Path root, Map<String, Path> files) {
        this.root = root;
        this.files = files;
        files.keySet().stream()
                .filter(name -> name.startsWith("U") && name.contains("__"))
                .forEach(name -> undo.merge(
                        name.substring(1, name.indexOf("__")),
                        name,
                        (one, other) -> one.compareTo(other) < 0 ? one : other));
    }

    /**
     * The scripts below some locations.
     *
     * @param module the folder of the module; paths are told from the root of the Git repository that it is in, or else from it
     * @param locations as Flyway takes them; those on the class path are looked for among the module's resources
     */
    public static ScriptFiles in(Path module, List<String> locations) {
        Path folder = module.toAbsolutePath().normalize();
        Map<String, Path> files = new HashMap<>();
        for (String location : locations) {
            folders(folder, location).forEach(each -> collect(each, files));
        }
        return new ScriptFiles(repository(folder), files);
    }

    private static Path repository(Path module) {
        for (Path folder = module; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return module;
    }

    private static Stream<Path> folders(Path root, String location) {
        boolean isFile = location.startsWith("filesystem:");
        String path = location.replaceFirst(isFile ? "^filesystem:" : "^(classpath:)?/?", "");
        if (path.contains("*") || path.contains("?")) {
            return Stream.empty();
        }
        return isFile
                ? Stream.of(root.resolve(path))
                : RESOURCES.stream().map(resources -> root.resolve(resources).resolve(path));
    }

    private static void collect(Path folder, Map<String, Path> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.toString().endsWith(".sql"))
                    .forEach(file -> files.putIfAbsent(String.valueOf(file.getFileName()), file.normalize()));
        } catch (IOException e) {
            // a report without the texts of scripts is still one
        }
    }

    /** The path of a script, or its name as it is given where it is not found. */
    String path(String script) {
        return find(script)
                .map(file -> file.startsWith(root) ? root.relativize(file) : file)
                .map(file -> file.normalize().toString().replace('\\', '/'))
                .orElse(script);
    }

    boolean has(String script) {
        return find(script).isPresent();
    }

    ReportedScript script(String name) {
        return new ReportedScript(path(name), find(name).map(ScriptFiles::text).orElse(""));
    }

    /** The undo of a migration, whatever its description. */
    ReportedScript undoOf(String script) {
        return undoNameOf(script).map(this::script).orElse(ReportedScript.NONE);
    }

    /** The name of that file. */
    Optional<String> undoNameOf(String script) {
        String name = script.substring(script.lastIndexOf('/') + 1);
        int end = name.indexOf("__");
        return !name.startsWith("V") || end < 0
                ? Optional.empty()
                : Optional.ofNullable(undo.get(name.substring(1, end)));
    }

    private Optional<Path> find(String script) {
        return Optional.ofNullable(files.get(script.substring(script.lastIndexOf('/') + 1)));
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file).stripTrailing();
            return Secrets.hidden(
                    text.length() <= LONGEST
                            ? text
                            : text.substring(0, LONGEST) + "\n-- and " + (text.length() - LONGEST)
                                    + " characters more, which this report leaves out");
        } catch (IOException notAsText) {
            return "";
        }
    }
}

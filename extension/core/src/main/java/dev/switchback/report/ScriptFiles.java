package dev.switchback.report;

import dev.switchback.text.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The scripts of Flyway locations, as they lie in the project: annotations point to them. */
public final class ScriptFiles {

    private static final List<String> RESOURCES = List.of("src/main/resources", "src/test/resources");
    private static final int LONGEST = 20_000;

    private final Path module;
    private final Path root;
    private final Map<String, Path> files;
    private final String checksum;
    private final UndoFolders undoFolders;

    /** The names of undo scripts by their versions. */
    private final Map<String, String> undo = new HashMap<>();

    private ScriptFiles(Path module, Map<String, Path> files, String checksum, UndoFolders undoFolders) {
        this.module = module;
        this.checksum = checksum;
        this.undoFolders = undoFolders;
        this.root = repository(module);
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
        Map<String, Path> files = found(folder, locations);
        return new ScriptFiles(folder, files, checksum(files), UndoFolders.NONE);
    }

    /** The same with undo scripts of other locations. */
    public ScriptFiles withUndo(List<String> locations) {
        if (locations.isEmpty()) {
            return this;
        }
        Map<String, Path> undos = found(module, locations);
        Map<String, Path> all = new HashMap<>(undos);
        all.putAll(files);
        return new ScriptFiles(module, all, checksum, new UndoFolders(module.toString(), locations, checksum(undos)));
    }

    private static Map<String, Path> found(Path module, List<String> locations) {
        Map<String, Path> files = new HashMap<>();
        for (String location : locations) {
            folders(module, location).forEach(each -> collect(each, files));
        }
        return files;
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
        return find(script).map(this::shown).orElse(script);
    }

    /** The path of a file that is named as a resource, or from the module's folder; the name where it is not found. */
    String resource(String name) {
        return Stream.concat(RESOURCES.stream().map(module::resolve), Stream.of(module))
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(this::shown)
                .orElse(name);
    }

    private String shown(Path file) {
        Path path = file.startsWith(root) ? root.relativize(file) : file;
        return path.normalize().toString().replace('\\', '/');
    }

    /** A checksum of the names and texts of those at the locations; empty if there is none, or one cannot be read. */
    public String checksum() {
        return checksum;
    }

    UndoFolders undoFolders() {
        return undoFolders;
    }

    private static String checksum(Map<String, Path> files) {
        Digest digest = new Digest();
        try {
            for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
                digest.add(file.getKey()).add(Files.readString(file.getValue(), StandardCharsets.ISO_8859_1));
            }
            return files.isEmpty() ? "" : digest.hex();
        } catch (IOException e) {
            return "";
        }
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

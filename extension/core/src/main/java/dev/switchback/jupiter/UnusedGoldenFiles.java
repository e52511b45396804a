package dev.switchback.jupiter;

import dev.switchback.SchemaGolden;
import dev.switchback.testfiles.TestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;

/**
 * Golden files among the test resources that no class of the project names. A class file holds the names it uses as text, so
 * that this is known without running all tests.
 */
final class UnusedGoldenFiles {

    private static final System.Logger LOG = System.getLogger(UnusedGoldenFiles.class.getName());
    private static final String SUFFIX = ".golden.sql";
    private static final String ANNOTATION = SchemaGolden.class.descriptorString();

    private UnusedGoldenFiles() {}

    /** Publishes an entry for each, and logs it, because Maven shows no entries; never fails a test. */
    static void report(Class<?> testClass, TestReporter reporter) {
        notices(testClass).forEach(notice -> {
            reporter.publishEntry("golden-file-unused", notice);
            LOG.log(Level.WARNING, notice);
        });
    }

    static List<String> notices(Class<?> testClass) {
        try {
            return in(TestFile.resources(), foldersOfClasses(testClass)).stream()
                    .map(file -> file + " is named by no class of the project. Delete it, or name it in a test.")
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of("It is not known which golden files are used: " + e);
        }
    }

    /** Those below a folder that no class in some other folders names. */
    static List<Path> in(Path resources, List<Path> classes) throws IOException {
        TreeMap<Path, String> unused = new TreeMap<>();
        for (Path file : files(resources, SUFFIX)) {
            unused.put(file, resources.relativize(file).toString().replace('\\', '/'));
        }
        for (Path folder : classes) {
            for (Path file : unused.isEmpty() ? List.<Path>of() : files(folder, ".class")) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                unused.values().removeIf(isNamedIn(text));
            }
        }
        return List.copyOf(unused.keySet());
    }

    private static Predicate<String> isNamedIn(String text) {
        return name -> text.contains(name) || (name.equals(GoldenRequest.DEFAULT_FILE) && text.contains(ANNOTATION));
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static List<Path> foldersOfClasses(Class<?> testClass) throws IOException {
        ClassLoader loader = testClass.getClassLoader();
        List<Path> folders = new ArrayList<>();
        for (URL root : loader == null ? List.<URL>of() : Collections.list(loader.getResources(""))) {
            if (root.getProtocol().equals("file")) {
                folders.add(Path.of(URI.create(root.toString())));
            }
        }
        return folders;
    }
}

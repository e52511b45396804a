package dev.switchback.testfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The files that a pattern such as {@code queries/v41/*.sql} names: below {@code src/test/resources} of the module that is tested;
 * if there are none, on the class path; if there are none either, below the module's folder, or anywhere by an absolute path.
 */
public final class ResourceFiles {

    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{\\\\]");

    private final String folder;
    private final PathMatcher matcher;

    private ResourceFiles(String folder, PathMatcher matcher) {
        this.folder = folder;
        this.matcher = matcher;
    }

    /**
     * The files, in the order of their names.
     *
     * @param pattern with {@code *}, {@code **}, {@code ?} and {@code {a,b}}, as in {@link FileSystem#getPathMatcher}
     * @throws TestFileException if it is no pattern, or a folder cannot be read
     */
    public static List<TestFile> matching(String pattern) {
        Matcher wildcard = WILDCARD.matcher(pattern);
        int fixed = wildcard.find() ? wildcard.start() : pattern.length();
        String folder = pattern.substring(0, pattern.lastIndexOf('/', Math.max(0, fixed - 1)) + 1);
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            return new ResourceFiles(folder, matcher).find();
        } catch (IOException e) {
            throw new TestFileException("The files of '%s' cannot be listed: %s".formatted(pattern, e), e);
        } catch (PatternSyntaxException e) {
            throw new TestFileException("'%s' is no pattern of files: %s.".formatted(pattern, e.getDescription()), e);
        } catch (InvalidPathException e) {
            throw new TestFileException("'%s' is no pattern of files: %s.".formatted(pattern, e.getReason()), e);
        }
    }

    private List<TestFile> find() throws IOException {
        if (Path.of(folder).isAbsolute()) {
            return below(Path.of(folder), TestFile::found);
        }
        List<TestFile> sources = below(TestFile.resources().resolve(folder), TestFile::found);
        if (!sources.isEmpty()) {
            return sources;
        }
        List<TestFile> copies = new ArrayList<>();
        for (URL copy : TestModule.copies(folder)) {
            copies.addAll(below(copy));
        }
        return copies.isEmpty() ? below(TestModule.own().resolve(folder), TestFile::found) : copies;
    }

    /** Those of a folder of the class path, but for what a build has copied there: its sources count. */
    private List<TestFile> below(URL place) throws IOException {
        Optional<Path> module = TestModule.ofCopy(place, Path.of(folder));
        if (module.isPresent()) {
            return below(module.get().resolve(TestFile.RESOURCES).resolve(folder), TestFile::found);
        }
        try {
            URI address = place.toURI();
            if (!place.getProtocol().equals("jar")) {
                return below(Path.of(address), TestFile::found);
            }
            try (FileSystem jar = FileSystems.newFileSystem(jarOf(address), Map.of())) {
                return below(jar.getPath(folder), ResourceFiles::inJar);
            }
        } catch (URISyntaxException | FileSystemNotFoundException | IllegalArgumentException notOfFiles) {
            return List.of();
        }
    }

    /** Opened for this look alone: the file system of the address would be shared with others, who may close it. */
    private static Path jarOf(URI address) {
        String text = address.getRawSchemeSpecificPart();
        return Path.of(URI.create(text.substring(0, text.indexOf("!/"))));
    }

    private static TestFile inJar(String name, Path file) {
        try {
            return TestFile.found(name, file.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<TestFile> below(Path start, BiFunction<String, Path, TestFile> made) throws IOException {
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        Map<String, TestFile> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(start)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = folder + start.relativize(file).toString().replace('\\', '/');
                if (matcher.matches(Path.of(name))) {
                    found.put(name, made.apply(name, file));
                }
            });
        }
        return List.copyOf(found.values());
    }
}

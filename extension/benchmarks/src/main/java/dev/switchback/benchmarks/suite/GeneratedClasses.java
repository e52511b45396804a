package dev.switchback.benchmarks.suite;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Many test classes that differ in nothing but their names, compiled by the JDK. */
final class GeneratedClasses implements AutoCloseable {

    private final Path folder;
    private final URLClassLoader loader;

    private GeneratedClasses(Path folder) throws IOException {
        this.folder = folder;
        this.loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, GeneratedClasses.class.getClassLoader());
    }

    /** @param parent of all of them, in a package of its own */
    static GeneratedClasses of(Class<?> parent, int number) throws IOException {
        Path folder = Files.createTempDirectory("switchback-suite");
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (int i = 0; i < number; i++) {
            Path source = folder.resolve("Case" + i + ".java");
            Files.writeString(source, "public class Case" + i + " extends " + parent.getCanonicalName() + " {}\n");
            arguments.add(source.toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the generated classes cannot be compiled");
        }
        return new GeneratedClasses(folder);
    }

    Class<?> get(int number) throws ClassNotFoundException {
        return loader.loadClass("Case" + number);
    }

    @Override
    public void close() throws IOException {
        loader.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package dev.switchback.testfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceFilesTests {

    private final Path folder;

    ResourceFilesTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, file.getFileName() + "\n");
    }

    private static List<String> names(String pattern) {
        return ResourceFiles.matching(pattern).stream().map(TestFile::name).toList();
    }

    @Test
    void anAbsolutePatternIsOfFilesAnywhere() throws IOException {
        write(folder.resolve("v41/b.sql"));
        write(folder.resolve("v41/a.sql"));
        write(folder.resolve("v41/deep/c.sql"));
        write(folder.resolve("v41/d.txt"));

        assertThat(names(folder + "/v41/*.sql")).containsExactly(folder + "/v41/a.sql", folder + "/v41/b.sql");
        assertThat(names(folder + "/**/*.sql")).hasSize(3);
        assertThat(names(folder + "/v41/{a,d}.{sql,txt}")).hasSize(2);
        assertThat(names(folder + "/v41/a.sql")).containsExactly(folder + "/v41/a.sql");
        assertThat(names(folder + "/v42/*.sql")).isEmpty();
    }

    @Test
    void aFolderOfTheClassPathIsLookedThrough() throws IOException {
        write(folder.resolve("queries-of-a-folder/a.sql"));

        withClassPath(folder.toUri().toURL(), () -> assertThat(names("queries-of-a-folder/*.sql"))
                .containsExactly("queries-of-a-folder/a.sql"));
    }

    @Test
    void aJarOfTheClassPathIsLookedThrough() throws IOException {
        Path jar = folder.resolve("queries.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("queries-of-a-jar/"));
            entries.putNextEntry(new JarEntry("queries-of-a-jar/a.sql"));
            entries.write("SELECT 1;\r\n".getBytes(StandardCharsets.UTF_8));
        }

        withClassPath(jar.toUri().toURL(), () -> assertThat(ResourceFiles.matching("queries-of-a-jar/*.sql"))
                .singleElement()
                .satisfies(file -> assertThat(file.read()).isEqualTo(Optional.of("SELECT 1;\n"))));
    }

    private static void withClassPath(URL more, Runnable test) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {more}, before)) {
            thread.setContextClassLoader(loader);
            test.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ResourceFiles.matching("queries/[.sql"))
                .isInstanceOf(TestFileException.class)
                .hasMessage("'queries/[.sql' is no pattern of files: Missing '].");
    }
}

package dev.switchback.testfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFileTests {

    private static final String NAME = "some/schema.golden.sql";

    private final Path folder;

    TestFileTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFileThatIsNowhereIsToBeMadeAmongTheTestResources() throws IOException {
        onClassPath(file -> {
            assertThat(file.path()).isEqualTo(Path.of("src/test/resources", NAME));
            assertThat(file.read()).isEmpty();
        });
    }

    @Test
    void theSourceIsFoundBesideItsCopyWhereverTheTestsRun() throws IOException {
        write(folder.resolve("module/target/test-classes").resolve(NAME), "old");
        Path source = write(folder.resolve("module/src/test/resources").resolve(NAME), "new");

        onClassPath(
                file -> {
                    assertThat(file.path()).isEqualTo(source);
                    assertThat(file.read()).contains("new");
                },
                folder.resolve("module/target/test-classes"));
    }

    @Test
    void aNewFileIsMadeInTheModuleThatIsTestedWhereverTheTestsRun() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("module/build/classes/java/test"));

        onClassPath(
                file -> assertThat(file.path())
                        .isEqualTo(folder.resolve("module/src/test/resources").resolve(NAME)),
                folder.resolve("library"),
                classes);
    }

    @Test
    void aFileBelowTheWorkingDirectoryIsCalledAsOneReadsItFromThere() throws IOException {
        Path classes = Path.of("target/test-classes").toAbsolutePath();

        onClassPath(file -> assertThat(file.path()).isEqualTo(Path.of("src/test/resources", NAME)), classes);
    }

    @Test
    void theFolderOfTestResourcesIsNotPartOfAName() {
        assertThatThrownBy(() -> TestFile.named("src/test/resources/schema.golden.sql"))
                .isInstanceOf(TestFileException.class)
                .hasMessage(
                        "'src/test/resources/schema.golden.sql' names the folder src/test/resources, where names begin. Write 'schema.golden.sql'.");
    }

    @Test
    void aCopyOfAFileThatIsGoneIsNotRead() throws IOException {
        write(folder.resolve("module/target/test-classes").resolve(NAME), "stale");

        onClassPath(file -> assertThat(file.read()).isEmpty(), folder.resolve("module/target/test-classes"));
    }

    @Test
    void aFileWithoutASourceIsReadFromTheClassPath() throws IOException {
        write(folder.resolve("library").resolve(NAME), "\uFEFFa\r\nb");

        onClassPath(file -> assertThat(file.read()).contains("a\nb"), folder.resolve("library"));
    }

    @Test
    void severalFilesOnTheClassPathAreAmbiguous() throws IOException {
        Path one = write(folder.resolve("one").resolve(NAME), "1");
        Path two = write(folder.resolve("two").resolve(NAME), "2");

        assertThatThrownBy(() -> onClassPath(file -> {}, folder.resolve("one"), folder.resolve("two")))
                .isInstanceOf(TestFileException.class)
                .hasMessage(
                        """
                        The class path has 2 files some/schema.golden.sql, and none of them is in src/test/resources:
                          %s
                          %s
                        Name it by its path."""
                                .formatted(one.toUri().toURL(), two.toUri().toURL()));
    }

    @Test
    void writingMakesTheFolder() throws IOException {
        TestFile file = TestFile.at(folder.resolve("a/b/c.txt"));

        file.write("first\n");
        file.write("second\n");

        assertThat(file.read()).contains("second\n");
        assertThat(folder.resolve("a/b")).isDirectoryNotContaining(other -> !other.equals(file.path()));
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    /** The file of that name, while the class path of the thread is these folders. */
    private static void onClassPath(Consumer<TestFile> test, Path... folders) throws IOException {
        URL[] urls = new URL[folders.length];
        for (int i = 0; i < folders.length; i++) {
            urls[i] = folders[i].toUri().toURL();
        }
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            Thread.currentThread().setContextClassLoader(loader);
            test.accept(TestFile.named(NAME));
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }
}

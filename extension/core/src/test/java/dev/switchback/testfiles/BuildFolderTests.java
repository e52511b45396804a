package dev.switchback.testfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildFolderTests {

    private static final Path HOME = Path.of("home");

    @Test
    void itIsInWhatTheBuildMakes() {
        assertThat(BuildFolder.ofThisRun("verdicts")).endsWithRaw(Path.of("target", "switchback", "verdicts"));
    }

    @Test
    void withoutABuildItIsInTheUsersCache() {
        assertThat(BuildFolder.ofUser(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".cache/switchback"));
        assertThat(BuildFolder.ofUser(Map.of("XDG_CACHE_HOME", "/c"), "Linux", HOME))
                .isEqualTo(Path.of("/c/switchback"));
        assertThat(BuildFolder.ofUser(Map.of(), "Mac OS X", HOME)).isEqualTo(HOME.resolve("Library/Caches/switchback"));
        assertThat(BuildFolder.ofUser(Map.of("LOCALAPPDATA", "/l"), "Windows 11", HOME))
                .isEqualTo(Path.of("/l/switchback"));
    }

    @Test
    void aUserWhomTheSystemDoesNotKnowHasTheHomeOfTheEnvironment() {
        assertThat(BuildFolder.home("?", Map.of("HOME", "/app"))).isEqualTo(Path.of("/app"));
        assertThat(BuildFolder.home("?", Map.of())).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
        assertThat(BuildFolder.home("/home/eve", Map.of("HOME", "/app"))).isEqualTo(Path.of("/home/eve"));
    }
}

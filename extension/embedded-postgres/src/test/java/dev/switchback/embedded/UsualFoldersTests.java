package dev.switchback.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class UsualFoldersTests {

    private static final Map<String, String> EVE =
            Map.of("user.name", "eve", "user.home", "/home/eve", "os.name", "Linux", "java.io.tmpdir", "/tmp/");

    private static List<String> folders(Map<String, String> environment, Map<String, String> other) {
        Map<String, String> properties = new HashMap<>(EVE);
        properties.putAll(other);
        return UsualFolders.of(environment, properties::get);
    }

    @Test
    void theCacheGoesBeforeTheTemporaryFolder() {
        assertThat(folders(Map.of(), Map.of())).containsExactly("/home/eve/.cache/switchback", "/tmp/switchback-eve");
        assertThat(folders(Map.of("XDG_CACHE_HOME", "/c"), Map.of()))
                .containsExactly("/c/switchback", "/tmp/switchback-eve");
        assertThat(folders(Map.of(), Map.of("os.name", "Mac OS X")))
                .containsExactly("/home/eve/Library/Caches/switchback", "/tmp/switchback-eve");
        assertThat(folders(Map.of("XDG_CACHE_HOME", "/c"), Map.of("user.name", "root")))
                .containsExactly("/var/cache/switchback", "/tmp/switchback-root");
    }

    @Test
    void aUserWithoutANameHasANumberAndTheHomeOfTheEnvironmentIfAny() {
        Map<String, String> unknown = Map.of("user.name", "?", "user.home", "?");

        assertThat(folders(Map.of("HOME", "/app"), unknown))
                .hasSize(2)
                .startsWith("/app/.cache/switchback")
                .last()
                .asString()
                .matches("/tmp/switchback-(\\d+|_)");
        assertThat(folders(Map.of(), unknown)).hasSize(1).allMatch(folder -> folder.startsWith("/tmp/switchback-"));
    }

    @Test
    void aNameIsMadePartOfAFileName() {
        assertThat(folders(Map.of(), Map.of("user.name", "CORP\\eve"))).last().isEqualTo("/tmp/switchback-CORP_eve");
    }
}

package dev.switchback.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class WorkFolderTests {

    private Path named;
    private boolean root;

    @BeforeEach
    void openToAll(@TempDir Path folder) throws IOException {
        named = folder;
        permit(named, "rwxrwxrwx");
        root = Files.getAttribute(named, "unix:uid").equals(0);
    }

    @Test
    void leavesTheNamedFolderAsItIs() throws IOException {
        WorkFolder folder = WorkFolder.open(named.toString());
        assertThat(folder.path()).isEqualTo(named.resolve("switchback"));
        assertThat(permissions(named)).isEqualTo("rwxrwxrwx");
        assertThat(permissions(folder.path())).isEqualTo(root ? "rwx--x--x" : "rwx------");
    }

    @Test
    void makesTheNamedFolder() {
        Path absent = named.resolve("a/b");
        assertThat(WorkFolder.open(absent.toString()).servers()).isEqualTo(absent.resolve("switchback/servers"));
    }

    @Test
    void aFolderThatMayNotBeWrittenTo() throws IOException {
        assumeFalse(root, "root may write anywhere");
        permit(named, "r-xr-xr-x");
        assertUnusable("AccessDenied");
    }

    @Test
    void aFolderThatTheServersAccountCannotEnter() throws IOException {
        assumeTrue(root, "others run the server themselves");
        permit(named, "rwx------");
        assertUnusable("PostgreSQL does not run as root, and other users cannot enter " + named);
    }

    @Test
    void aFolderOfSomebodyElse() throws IOException {
        assumeTrue(root, "only root can give a folder away");
        Path taken = Files.createDirectory(named.resolve("switchback"));
        Files.setAttribute(taken, "unix:uid", 65534);
        assertUnusable("it belongs to " + Files.getOwner(taken).getName());
    }

    @Test
    void aLinkThatSomebodyElsePlaced(@TempDir Path target) throws IOException {
        assumeTrue(root, "only root can give a link away");
        permit(target, "rwxr-xr-x");
        Path link = Files.createSymbolicLink(named.resolve("switchback"), target);
        Files.setAttribute(link, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
        assertThatThrownBy(() -> WorkFolder.open(named.toString())).hasMessageContaining("it belongs to ");
        assertThat(permissions(target)).isEqualTo("rwxr-xr-x");
    }

    private void assertUnusable(String reason) {
        assertThatThrownBy(() -> WorkFolder.open(named.toString()))
                .isInstanceOf(ProvisionException.class)
                .hasMessage(
                        """
                        There is no folder to keep PostgreSQL in:

                          %s/switchback: %s

                        Name one that you may write to with switchback.embedded-postgres.folder."""
                                .formatted(named, reason));
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A script that Flyway refuses before it begins is the one that is told of. */
@ExtendWith(SharedServer.class)
class RefusedScriptTests {

    private static final String MIXED = "ALTER TABLE one ADD a int;\nCREATE INDEX CONCURRENTLY i ON one (id);\n";

    private final Server server;
    private final Folder folder;

    RefusedScriptTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    private LintReport report() {
        return Lint.of(server, folder.flyway(), LintSettings.defaults()).run();
    }

    @Test
    void isNotTheOneBeforeIt() {
        folder.file("V1__one.sql", "CREATE TABLE one (id int);\n")
                .file("V2__drop.sql", "ALTER TABLE one DROP id, ADD id int;\n")
                .file("V3__mixed.sql", MIXED)
                .file("V4__after.sql", "DROP TABLE one;\n");

        assertThat(report().findings())
                .extracting(LintFinding::title)
                .containsExactly(
                        "V2__drop.sql:1: column-dropped: public.one.id is dropped",
                        "V3__mixed.sql: migration-fails: the migration fails, and those after it are not judged");
    }

    @Test
    void mayBeTheFirst() {
        folder.file("V1__mixed.sql", "CREATE TABLE one (id int);\n" + MIXED);

        assertThat(report().findings()).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("executeInTransaction=false in V1__mixed.sql.conf"));
    }
}

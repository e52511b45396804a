package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch of a session from which the scripts take the statements that it has prepared there. */
@ExtendWith(SharedServer.class)
class WatchedSessionTests {

    private final Server server;
    private final Folder folder;

    WatchedSessionTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    @BeforeEach
    void scripts() {
        folder.file("V1__t.sql", "CREATE TABLE t (id int, name text);")
                .file("V3__id.sql", "ALTER TABLE t ALTER id TYPE bigint;\nALTER TABLE t ALTER name TYPE varchar(9);");
    }

    private void assertAllIsSeen() {
        LintReport report =
                Lint.of(server, folder.flyway(), LintSettings.defaults()).run();

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().id().equals("type-change-rewrites"))
                .extracting(LintFinding::line)
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEALLOCATE ALL;",
                "ALTER TABLE t ADD a int; deallocate all; ALTER TABLE t ADD b int;",
                "DO $$ BEGIN EXECUTE 'DEALLOCATE ALL'; END $$; ALTER TABLE t ADD a int;",
                "CREATE FUNCTION forget() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DEALLOCATE ALL'; END $$;"
                        + "SELECT forget(); ALTER TABLE t ADD a int;"
            })
    void byAScript(String sql) {
        folder.file("V2__forget.sql", sql);

        assertAllIsSeen();
    }

    @Test
    void byAScriptOutsideATransaction() {
        folder.file("V2__forget.sql", "DEALLOCATE ALL;\nALTER TABLE t ADD a int;")
                .file("V2__forget.sql.conf", "executeInTransaction=false");

        assertAllIsSeen();
    }

    @Test
    void byACallback() {
        folder.file("beforeEachMigrate.sql", "DEALLOCATE ALL;").file("afterEachMigrate.sql", "DEALLOCATE ALL;");

        assertAllIsSeen();
    }
}

package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Verdict;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A history that is long enough is judged in parts, and nothing but the time tells. */
@ExtendWith(SharedServer.class)
class ParallelRunTests {

    private static final int STEPS = 60;
    private static final RoundTripSettings THREE = RoundTripSettings.defaults().withParallelism(3);

    private final Server server;
    private final Folder folder;

    ParallelRunTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    @Test
    void theVerdictsAreThoseOfOnePart() {
        steps(1, 19);
        folder.step(20, "no op", "CREATE TABLE t20 (id int);", "SELECT 1;");
        steps(21, 41);
        folder.step(42, "fails", "CREATE TABLE t42 (id int);", "DROP TABLE nowhere;");
        steps(43, STEPS);

        List<String> inParts = Trip.of(server, folder.flyway(), THREE).verdicts();

        assertThat(inParts)
                .isEqualTo(Trip.of(server, folder.flyway(), THREE.withParallelism(1))
                        .verdicts())
                .contains("V20 again-fails undo-no-op", "V42 undo-fails", "V60 holds")
                .hasSize(STEPS);
    }

    @Test
    void everyPartHasAThread() {
        steps(1, STEPS);

        assertThat(threads()).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    void whatConcernsTheWholeServerIsJudgedInOnePart() {
        steps(1, STEPS - 1);
        folder.step(
                STEPS,
                "guarded role",
                "DO $$ BEGIN EXECUTE 'create  role app'; EXCEPTION WHEN duplicate_object THEN NULL; END $$;",
                "SELECT 1;");

        assertThat(threads()).containsExactly(Thread.currentThread());
    }

    @Test
    void soIsWhatRunsBesideTheMigrations() {
        steps(1, STEPS);
        folder.file(
                "beforeEachMigrate.sql",
                "DO $$ BEGIN CREATE ROLE app; EXCEPTION WHEN duplicate_object THEN NULL; END $$;");

        assertThat(threads()).containsExactly(Thread.currentThread());
    }

    @Test
    void afterAMigrationThatFailsNoPartIsReached() {
        steps(1, 9);
        folder.step(10, "broken", "ALTER TABLE nowhere ADD x int;", "SELECT 1;");
        steps(11, STEPS);

        Trip trip = Trip.of(server, folder.flyway(), THREE);

        assertThat(trip.verdicts().subList(0, 11)).contains("V9 holds", "V10 up-fails", "V11 skipped");
        assertThat(trip.result().steps().subList(10, STEPS))
                .extracting(MigrationStep::verdict)
                .containsOnly(new Verdict.Skipped("not reached: V10__broken fails"));
    }

    @Test
    void aListenerThatFailsEndsEveryPart() {
        steps(1, STEPS);
        RoundTrip trip = RoundTrip.of(server, folder.flyway(), THREE);

        assertThatThrownBy(() -> trip.run(step -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void thereIsOnePartAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withParallelism(0))
                .withMessage("A round trip has one part or more, not 0.");
    }

    private void steps(int first, int last) {
        for (int version = first; version <= last; version++) {
            folder.step(
                    version,
                    "table",
                    "CREATE TABLE t%d (id int PRIMARY KEY);".formatted(version),
                    "DROP TABLE t%d;".formatted(version));
        }
    }

    private Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>();
        RoundTrip.of(server, folder.flyway(), THREE).run(step -> threads.add(Thread.currentThread()));
        return threads;
    }
}

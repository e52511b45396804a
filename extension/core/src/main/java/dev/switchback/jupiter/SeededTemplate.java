package dev.switchback.jupiter;

import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.SeedSettings;
import dev.switchback.fixture.Seeded;
import dev.switchback.fixture.content.ExpectedFingerprint;
import dev.switchback.jupiter.TestTimes.Phase;
import dev.switchback.provision.Database;
import dev.switchback.provision.Template;
import dev.switchback.testfiles.FileUpdates;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** A migrated database with rows, frozen, and what it knows of its rows. */
final class SeededTemplate {

    private static final System.Logger LOG = System.getLogger(SeededTemplate.class.getName());

    /** Identifies a template: two with equal keys are one. */
    record Key(DatabaseSettings database, List<SeedingRequest.Part> parts, SeedSettings settings) {

        static Key of(DatabaseSettings database, SeedingRequest seeding) {
            return new Key(database, seeding.parts(), seeding.settings());
        }

        SortedMap<MigrationVersion, Fixtures> stages() {
            return SeedingRequest.stages(parts, database.target());
        }
    }

    private final SwitchbackSession session;
    private final Key key;
    private final String name;
    private final Map<String, Optional<ExpectedFingerprint.Failure>> fingerprints = new ConcurrentHashMap<>();
    private final AtomicReference<Seeded> seeded = new AtomicReference<>();

    SeededTemplate(SwitchbackSession session, Key key, String name) {
        this.session = session;
        this.key = key;
        this.name = name;
    }

    /** A new database with the rows; the first call makes the template. */
    Database copy() {
        return TestTimes.of(Phase.PROVISION, () -> template().clone());
    }

    Seeded seeded() {
        template();
        return Objects.requireNonNull(seeded.get());
    }

    /** Why its rows have another fingerprint; compared once. */
    Optional<ExpectedFingerprint.Failure> check(String fingerprint, FileUpdates updates) {
        return fingerprints.computeIfAbsent(fingerprint, written -> {
            try (Database copy = copy()) {
                return ExpectedFingerprint.of(written)
                        .check(copy.dataSource(), new SeededRowNames(seeded().keys()), updates);
            }
        });
    }

    /** The template of its copies; the first call makes it. */
    Template template() {
        SortedMap<MigrationVersion, Fixtures> stages = key.stages();
        try {
            Template migrated = session.migrated(key.database().at(stages.firstKey()));
            return session.server(key.database().server())
                    .template(name, migrated, database -> TestTimes.of(Phase.SEED, () -> seed(stages, database)));
        } catch (RuntimeException e) {
            checkThatVersionsExist(stages.keySet(), e);
            throw e;
        }
    }

    private void seed(SortedMap<MigrationVersion, Fixtures> stages, Database database) {
        Seeded all = Seeded.none(key.settings());
        for (MigrationVersion version : stages.keySet()) {
            if (!version.equals(stages.firstKey())) {
                TestTimes.of(Phase.MIGRATE, () -> session.migrate(key.database().at(version), database));
            }
            all = Objects.requireNonNull(stages.get(version))
                    .addTo(database.dataSource(key.database().properties()), all);
        }
        if (!stages.lastKey().equals(key.database().target())) {
            TestTimes.of(Phase.MIGRATE, () -> session.migrate(key.database(), database));
        }
        seeded.set(all);
        all.remarks().forEach(remark -> LOG.log(Level.WARNING, remark));
    }

    /** Asked only when something failed: on the way that succeeds, it would cost a look at all migrations. */
    private void checkThatVersionsExist(Set<MigrationVersion> versions, RuntimeException cause) {
        versions.stream()
                .filter(version -> !version.equals(key.database().target()))
                .flatMap(version -> Versions.problem(version, session.versions(key.database())).stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw new ExtensionConfigurationException("@SeededFixtures(at): " + problem, cause);
                });
    }
}

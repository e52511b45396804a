package dev.switchback.jupiter;

import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.SeedSettings;
import dev.switchback.fixture.Seeded;
import dev.switchback.migration.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;

/** Fixtures as the rows of a round trip, at one version. Equal ones are made of equal fixtures. */
final class FixtureRows implements RowSource {

    /** The rows inserted up to this version, those of this version last. */
    private final List<Fixtures> stages;

    private final MigrationVersion version;
    private final SeedSettings settings;
    private final Optional<FixtureRows> before;
    private final AtomicReference<Seeded> seeded = new AtomicReference<>();

    private FixtureRows(
            List<Fixtures> stages, MigrationVersion version, SeedSettings settings, Optional<FixtureRows> before) {
        this.stages = List.copyOf(stages);
        this.version = version;
        this.settings = settings;
        this.before = before;
    }

    /** The rows of a request, version by version. */
    static List<FixtureRows> of(SeedingRequest seeding) {
        List<FixtureRows> all = new ArrayList<>();
        List<Fixtures> stages = new ArrayList<>();
        SeedingRequest.stages(seeding.parts(), MigrationVersion.LATEST).forEach((version, fixtures) -> {
            stages.add(fixtures);
            Optional<FixtureRows> before = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
            all.add(new FixtureRows(stages, version, seeding.settings(), before));
        });
        return all;
    }

    MigrationVersion version() {
        return version;
    }

    /** In each database, what comes in before has come in; so the keys of that are known. */
    @Override
    public void insert(DataSource database) {
        Seeded known = before.map(FixtureRows::seeded).orElseGet(() -> Seeded.none(settings));
        seeded.set(stages.get(stages.size() - 1).addTo(database, known));
    }

    /** All that was seeded up to here, in no database yet. */
    Seeded seeded() {
        return Objects.requireNonNull(seeded.get());
    }

    @Override
    public Optional<String> label(String table, Map<String, String> key) {
        Seeded known = seeded.get();
        return known == null || !known.tables().contains(table)
                ? Optional.empty()
                : known.keys().labels(table).stream()
                        .filter(label -> texts(known.keys().key(table, label)).equals(key))
                        .findFirst();
    }

    private static Map<String, String> texts(Map<String, Object> key) {
        return key.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> String.valueOf(part.getValue())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FixtureRows that
                && version.equals(that.version)
                && stages.equals(that.stages)
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, stages, settings);
    }
}

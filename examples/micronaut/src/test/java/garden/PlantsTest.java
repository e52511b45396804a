package garden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import dev.switchback.provision.Database;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The application is led to the database of the class, whose rows are put back between the tests. */
@MicronautTest(transactional = false)
@TestDatabase
@SeededFixtures("plants.yaml")
@TestInstance(Lifecycle.PER_CLASS)
class PlantsTest implements TestPropertyProvider {

    private final Database database;

    @Inject
    Plants plants;

    @Inject
    MigrationCount count;

    PlantsTest(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, String> getProperties() {
        return Map.of(
                "datasources.default.url", database.url(),
                "datasources.default.username", database.user(),
                "datasources.default.password", database.password());
    }

    @Test
    void plantsThatNeedWaterAreFound() {
        assertThat(plants.findByWateredOnBefore(LocalDate.of(2026, 5, 8)))
                .extracting(Plant::name)
                .containsExactly("Fern");
    }

    @RepeatedTest(2)
    void aPlantIsAddedAndAnotherTakenAway(Seeded garden) {
        plants.save(new Plant(null, "Ivy", LocalDate.of(2026, 5, 8)));
        plants.deleteById(garden.id("plant", "moss"));

        assertThat(plants.findAll()).extracting(Plant::name).containsExactly("Fern", "Ivy");
    }

    @Test
    void flywayFindsNothingToDo() {
        assertThat(count.runs).hasValue(1);
        assertThat(count.migrations).hasValue(0);
    }
}

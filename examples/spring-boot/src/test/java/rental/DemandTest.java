package rental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.switchback.SeededFixtures;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** jOOQ on the test database, the application's own and the test's. */
class DemandTest extends RentalTest {

    @Autowired
    Demand demand;

    @Test
    void bikesThatNobodyRentedCountToo() {
        assertThat(demand.byBike()).containsExactly(entry("Brompton", 0), entry("Pashley", 0));
    }

    @Test
    @SeededFixtures("rented.yaml")
    void rentalsAreCounted() {
        assertThat(demand.byBike()).containsExactly(entry("Brompton", 1), entry("Pashley", 0));
    }

    @Test
    void theMostPopularComesFirst(DSLContext sql) {
        sql.execute("INSERT INTO rental (id, bike_id, customer) SELECT 1, id, 'Ann' FROM bike WHERE name = 'Pashley'");

        assertThat(demand.byBike()).containsExactly(entry("Pashley", 1), entry("Brompton", 0));
    }
}

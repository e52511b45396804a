package rental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.fixture.Seeded;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each test begins with its own rows, whatever the one before it did, be it to the schema. */
@SeededFixtures("rented.yaml")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RentalsTest extends RentalTest {

    @Autowired
    Rentals rentals;

    @Autowired
    JdbcTemplate sql;

    @Test
    @Order(1)
    void aRentalIsFoundUntilTheBikeIsReturned(Seeded seeded) {
        Rental rental = rentals.findByBikeNameAndReturnedFalse("Brompton").orElseThrow();
        rental.end();
        rentals.save(rental);

        assertThat(rentals.findByBikeNameAndReturnedFalse("Brompton")).isEmpty();
        Long id = seeded.id("rental", "ann");
        assertThat(sql.queryForObject("SELECT returned FROM rental WHERE id = ?", Boolean.class, id))
                .isTrue();
    }

    @Test
    @Order(2)
    void theSchemaMayBeChanged() {
        assertThat(rentals.findAll()).extracting(Rental::summary).containsExactly("Brompton, Ann, out");

        sql.execute("DROP TABLE rental");
    }

    @Test
    @Order(3)
    void theNextTestHasTheSchemaOfTheMigrations() {
        assertThat(rentals.count()).isEqualTo(1);
    }
}

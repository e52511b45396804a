package rental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.ExpectedFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;

/** JPA on the test database, with a transaction and without. */
class BikesTest extends RentalTest {

    @Autowired
    Bikes bikes;

    @Test
    @ExpectedFixtures("one-more-bike.yaml")
    void aBikeIsAdded() {
        bikes.save(new Bike("Grazer"));
    }

    @Test
    @Transactional
    @ExpectedFixtures("one-more-bike.yaml")
    void aBikeIsAddedInTheTransactionOfTheTest() {
        bikes.save(new Bike("Grazer"));
    }

    @Test
    void namesAreUnique() {
        assertThat(bikes.count()).isEqualTo(2);
        assertThatThrownBy(() -> bikes.save(new Bike("Brompton"))).isInstanceOf(DataIntegrityViolationException.class);
    }
}

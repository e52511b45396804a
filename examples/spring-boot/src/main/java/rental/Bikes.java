package rental;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** All bicycles. */
interface Bikes extends JpaRepository<Bike, Long> {

    Optional<Bike> findByName(String name);
}

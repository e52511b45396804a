package rental;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** All rentals, returned or not. */
interface Rentals extends JpaRepository<Rental, Long> {

    Optional<Rental> findByBikeNameAndReturnedFalse(String bike);
}

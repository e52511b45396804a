package rental;

import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The shop's counter, over HTTP. */
@RestController
class RentalController {

    private final Bikes bikes;
    private final Rentals rentals;

    RentalController(Bikes bikes, Rentals rentals) {
        this.bikes = bikes;
        this.rentals = rentals;
    }

    @GetMapping("/bikes")
    List<String> bikes() {
        return bikes.findAll().stream().map(Bike::name).sorted().toList();
    }

    @PutMapping("/bikes/{bike}/rental")
    @ResponseStatus(HttpStatus.CREATED)
    void rent(@PathVariable String bike, @RequestParam String customer) {
        Bike found = bikes.findByName(bike).orElseThrow(RentalController::notFound);
        try {
            rentals.saveAndFlush(new Rental(found, customer));
        } catch (DataIntegrityViolationException e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, bike + " is out", e);
        }
    }

    @DeleteMapping("/bikes/{bike}/rental")
    @Transactional
    void end(@PathVariable String bike) {
        rentals.findByBikeNameAndReturnedFalse(bike)
                .orElseThrow(RentalController::notFound)
                .end();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

package rental;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bicycle in the hands of a customer, until it is returned. */
@Entity
class Rental {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(optional = false)
    private @Nullable Bike bike;

    private String customer = "";
    private boolean returned;

    protected Rental() {}

    Rental(Bike bike, String customer) {
        this.bike = bike;
        this.customer = customer;
    }

    String summary() {
        return "%s, %s, %s".formatted(Objects.requireNonNull(bike).name(), customer, returned ? "returned" : "out");
    }

    void end() {
        returned = true;
    }
}

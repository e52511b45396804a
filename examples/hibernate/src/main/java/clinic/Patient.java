package clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who visits the clinic. */
@Entity
public class Patient {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = 120)
    private String name;

    private @Nullable LocalDate born;

    public Patient(String name) {
        this.name = name;
    }

    /** For Hibernate. */
    protected Patient() {
        this("");
    }

    public @Nullable Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable LocalDate born() {
        return born;
    }
}

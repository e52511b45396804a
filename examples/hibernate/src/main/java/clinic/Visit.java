package clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A visit of a patient. */
@Entity
public class Visit {

    /** The outcome of the visit. */
    public enum State {
        PLANNED,
        DONE,
        MISSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(optional = false)
    private @Nullable Patient patient;

    @Column(nullable = false)
    private @Nullable Instant at;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(nullable = false, columnDefinition = "visit_state")
    private State state = State.PLANNED;

    @Column(precision = 8, scale = 2)
    private @Nullable BigDecimal fee;

    public Visit(Patient patient, Instant at) {
        this.patient = patient;
        this.at = at;
    }

    /** For Hibernate. */
    protected Visit() {}

    public @Nullable Long id() {
        return id;
    }

    public @Nullable Patient patient() {
        return patient;
    }

    public @Nullable Instant at() {
        return at;
    }

    public State state() {
        return state;
    }

    public @Nullable BigDecimal fee() {
        return fee;
    }
}

package museum;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A painting, in a room or in the depot. */
@Entity
public class Painting {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String title;

    private @Nullable Integer room;

    public Painting(String title) {
        this.title = title;
    }

    /** For Hibernate. */
    protected Painting() {
        this("");
    }

    public @Nullable Long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public @Nullable Integer room() {
        return room;
    }
}

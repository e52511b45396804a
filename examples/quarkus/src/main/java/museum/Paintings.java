package museum;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.stream.Collectors;

/** The titles of all paintings, and a place for another one. */
@Path("/paintings")
public class Paintings {

    private final EntityManager entities;

    Paintings(EntityManager entities) {
        this.entities = entities;
    }

    @GET
    @Transactional
    public String titles() {
        return entities.createQuery("FROM Painting ORDER BY title", Painting.class)
                .getResultStream()
                .map(Painting::title)
                .collect(Collectors.joining(", "));
    }

    @POST
    @Transactional
    public void add(String title) {
        entities.persist(new Painting(title));
    }
}

package garden;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.List;

/** All plants of the garden. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Plants extends CrudRepository<Plant, Long> {

    /** Those that had no water since that day. */
    List<Plant> findByWateredOnBefore(LocalDate day);
}

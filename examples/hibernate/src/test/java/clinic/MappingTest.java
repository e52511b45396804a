package clinic;

import dev.switchback.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The entities fit the database that the migrations make. */
@TestDatabase
class MappingTest {

    @Test
    void entitiesMatchTheMigrations(DataSource database) {
        Validation.validate(database, List.of(Patient.class, Visit.class));
    }
}

package library;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.schema.Schema;
import library.jooq.Public;
import org.junit.jupiter.api.Test;

/** The classes in the repository, or from the last build, are those of the migrations as they are now. */
@TestDatabase
class GeneratedClassesTest {

    @Test
    void generatedClassesMatchTheMigrations(Schema schema) {
        assertThat(schema).matches(Public.PUBLIC);
    }
}

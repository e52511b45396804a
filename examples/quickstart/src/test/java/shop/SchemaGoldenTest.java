package shop;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;

import dev.switchback.SchemaGolden;
import dev.switchback.TestDatabase;
import dev.switchback.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The whole schema stands in {@code schema.golden.sql}: what a migration does to it is a diff that one can review. */
@TestDatabase
class SchemaGoldenTest {

    @SchemaGolden
    void theSchemaIsTheOneInTheFile() {}

    @Test
    @TestDatabase(target = "empty")
    void theFileMakesTheSchemaInAnEmptyDatabase(Connection connection) throws SQLException, IOException {
        connection.createStatement().execute(Files.readString(Path.of("src/test/resources/schema.golden.sql")));

        assertThat(Schema.read(connection)).matchesGolden("schema.golden.sql");
    }
}

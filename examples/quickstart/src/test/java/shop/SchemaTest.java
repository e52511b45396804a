package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The schema as a value: read it, look at it, compare it. */
@TestDatabase
class SchemaTest {

    @Test
    void showsWhatAStatementChanges(Schema before, Connection connection) throws SQLException {
        connection.createStatement().execute("ALTER TABLE customer ALTER COLUMN name DROP NOT NULL");

        SchemaDiff diff = SchemaDiff.between(before, Schema.read(connection).without("public.flyway_schema_history"));

        assertThat(diff)
                .hasToString(
                        """
                table public.customer
                  ~ column name    text not null   ->   text""");
    }
}

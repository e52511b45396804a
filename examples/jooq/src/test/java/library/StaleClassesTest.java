package library;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.TestDatabase;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import library.jooq.Public;
import org.junit.jupiter.api.Test;

/** The message after a migration for which nobody generated the classes again. */
@TestDatabase
class StaleClassesTest {

    @Test
    void whatIsStaleIsListed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    ALTER TABLE book ADD COLUMN subtitle text;
                    ALTER TABLE book DROP COLUMN keywords;
                    ALTER TABLE book ALTER COLUMN price TYPE numeric(10, 2), ALTER COLUMN price SET NOT NULL;
                    ALTER TYPE loan_state ADD VALUE 'lost';
                    DROP INDEX book_author_idx;
                    CREATE TABLE reader (card integer PRIMARY KEY, name varchar(80) NOT NULL)""");
        }
        Schema schema = Schema.read(connection).without("public.flyway_schema_history");

        assertThatThrownBy(() -> assertThat(schema).matches(Public.PUBLIC))
                .hasMessage(
                        """
                        The generated classes are not those of this schema:

                          - column public.book.keywords     text[] not null
                          ~ column public.book.price        numeric(8,2)   ->   numeric(10,2) not null
                          + column public.book.subtitle     text
                          - index public.book_author_idx    (author_id)
                          ~ enum public.loan_state          ('reserved', 'lent', 'returned')   ->   ('reserved', 'lent', 'returned', 'lost')
                          + table public.reader             (card integer not null, name varchar(80) not null)

                          + is in the schema only, - is in the classes only, ~ is one thing in the classes and another in the schema.

                        Generate the classes again from the migrations, or add the migration that is missing.""");
    }
}

package library;

import static library.jooq.Tables.AUTHOR;
import static library.jooq.Tables.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.fixture.Fixtures;
import java.time.Year;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows whose tables, columns and types the compiler checks. */
@TestDatabase
class SeededShelfTest {

    @BeforeEach
    void seed(DataSource dataSource) {
        Fixtures.table(AUTHOR)
                .row("ada")
                .set(AUTHOR.NAME, "Ada")
                .table(BOOK)
                .row("notes")
                .ref(BOOK.AUTHOR_ID, "ada")
                .set(BOOK.TITLE, "Notes")
                .set(BOOK.PUBLISHED, Year.of(2001))
                .into(dataSource);
    }

    @Test
    void findsTheBooksOfAnAuthor(DSLContext sql) {
        assertThat(new Shelf(sql).booksOf("Ada", Year.of(2000))).containsExactly("Notes");
    }
}

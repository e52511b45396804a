package library;

import static library.jooq.Tables.AUTHOR;
import static library.jooq.Tables.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import java.time.Year;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@TestDatabase
class ShelfTest {

    @Test
    void findsTheBooksOfAnAuthor(DSLContext sql) {
        Long author = Objects.requireNonNull(sql.insertInto(AUTHOR)
                        .set(AUTHOR.NAME, "Ada")
                        .returning(AUTHOR.ID)
                        .fetchOne())
                .getId();
        for (int year : new int[] {2001, 1999, 2010}) {
            sql.insertInto(BOOK)
                    .set(BOOK.AUTHOR_ID, author)
                    .set(BOOK.TITLE, "Notes of " + year)
                    .set(BOOK.PUBLISHED, Year.of(year))
                    .execute();
        }

        assertThat(new Shelf(sql).booksOf("Ada", Year.of(2000))).containsExactly("Notes of 2001", "Notes of 2010");
    }
}

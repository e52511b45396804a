package library;

import static library.jooq.Tables.AUTHOR;
import static library.jooq.Tables.BOOK;

import java.time.Year;
import java.util.List;
import org.jooq.DSLContext;

/** Finds books, with the classes that jOOQ generated from the migrations. */
public final class Shelf {

    private final DSLContext sql;

    public Shelf(DSLContext sql) {
        this.sql = sql;
    }

    /** The titles of an author's books since a year, the oldest first. */
    public List<String> booksOf(String author, Year since) {
        return sql.select(BOOK.TITLE)
                .from(BOOK)
                .join(AUTHOR)
                .on(BOOK.AUTHOR_ID.eq(AUTHOR.ID))
                .where(AUTHOR.NAME.eq(author))
                .and(BOOK.PUBLISHED.ge(since))
                .orderBy(BOOK.PUBLISHED)
                .fetch(BOOK.TITLE);
    }
}

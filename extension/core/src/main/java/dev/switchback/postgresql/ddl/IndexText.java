package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.SchemaObject;

/** The statement that makes an index. */
final class IndexText {

    private IndexText() {}

    /** The server says ONLY of every index of a partitioned table, but only one without its partitions' is invalid. */
    static String of(SchemaObject index) {
        String tablespace = index.attribute("tablespace");
        String text = index.attribute("valid").isEmpty()
                ? index.definition().replaceFirst(" ON ONLY ", " ON ")
                : index.definition();
        if (tablespace.isEmpty()) {
            return text;
        }
        String predicate = index.attribute("predicate");
        int end = predicate.isEmpty() ? text.length() : text.lastIndexOf(" WHERE ");
        return text.substring(0, end) + " TABLESPACE " + quoteIfNeeded(tablespace) + text.substring(end);
    }
}

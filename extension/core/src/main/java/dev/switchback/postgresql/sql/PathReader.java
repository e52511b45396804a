package dev.switchback.postgresql.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads a name in parts, such as the one inside {@code 'public.orders_id_seq'::regclass}. */
final class PathReader {

    private final Cursor cursor;

    PathReader(String text) {
        this.cursor = new Cursor(text);
    }

    List<String> path() {
        List<String> path = new ArrayList<>();
        do {
            path.add(cursor.expectName());
        } while (cursor.acceptMark("."));
        if (!cursor.atEnd()) {
            throw cursor.notUnderstood();
        }
        return path;
    }
}

package dev.switchback.schema.orphans;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Rows that refer to rows which are not there.
 *
 * @param link what refers to what
 * @param rows how many such rows there are
 * @param examples some of the keys that are not there, the most frequent first
 */
public record Orphans(TableLink link, long rows, List<Key> examples) {

    @API(status = API.Status.INTERNAL)
    public Orphans {
        examples = List.copyOf(examples);
    }

    /**
     * A key that is not there.
     *
     * @param values as text, in the order of the columns; {@code null} in words where a key is not complete
     * @param rows how many rows have it
     */
    public record Key(List<String> values, long rows) {

        @API(status = API.Status.INTERNAL)
        public Key {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.size() == 1 ? values.get(0) : "(" + String.join(", ", values) + ")";
        }
    }
}

package dev.switchback.migration.verdicts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The state of a database as bytes. */
final class StateFile {

    private StateFile() {}

    static byte[] write(DatabaseState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedOutput out = new PackedOutput(bytes);
        out.texts(state.schema());
        out.count(state.rows().size());
        for (Map.Entry<String, String> table : state.rows().entrySet()) {
            out.text(table.getKey());
            out.text(table.getValue());
        }
        out.texts(state.afterRows());
        out.texts(state.facts());
        return bytes.toByteArray();
    }

    static DatabaseState read(byte[] bytes) throws IOException {
        PackedInput in = new PackedInput(bytes);
        List<String> schema = in.texts();
        SortedMap<String, String> rows = new TreeMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            rows.put(in.text(), in.text());
        }
        return new DatabaseState(schema, rows, in.texts(), in.texts());
    }
}

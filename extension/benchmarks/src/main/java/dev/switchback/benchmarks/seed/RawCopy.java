package dev.switchback.benchmarks.seed;

import dev.switchback.benchmarks.Contender;
import dev.switchback.provision.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY of bytes that are there already. */
final class RawCopy implements Contender {

    private static final int SIZE = 1 << 16;

    private final Database database;
    private final long rows;
    private final List<byte[]> blocks = new ArrayList<>();

    RawCopy(Database database, long rows) {
        this.database = database;
        this.rows = rows;
        StringBuilder block = new StringBuilder();
        String[] texts = new String[Orders.COLUMNS.size()];
        for (long row = 1; row <= rows; row++) {
            Orders.texts(row, texts);
            block.append(String.join("\t", texts)).append('\n');
            if (block.length() > SIZE || row == rows) {
                blocks.add(block.toString().getBytes(StandardCharsets.UTF_8));
                block.setLength(0);
            }
        }
    }

    @Override
    public Duration run() throws Exception {
        Orders.empty(database);
        Duration duration = Contender.time(this::copy);
        Orders.check(database, rows);
        return duration;
    }

    private void copy() throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY orders FROM STDIN");
            for (byte[] block : blocks) {
                copy.writeToCopy(block, 0, block.length);
            }
            copy.endCopy();
            connection.commit();
        }
    }
}

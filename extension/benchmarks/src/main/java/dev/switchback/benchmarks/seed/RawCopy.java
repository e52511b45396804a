package dev.switchback.benchmarks.seed;

import dev.switchback.benchmarks.Contender;
import dev.switchback.provision.Database;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** COPY of bytes that are there already. */
final class RawCopy implements Contender {

    private static final int SIZE = 1 << 16;

    private final Database database;
    private final long rows;
    private final List<byte[]> blocks = new ArrayList<>();

    /** With the rows that are there. */
    RawCopy(Database database, long rows) throws Exception {
        this.database = database;
        this.rows = rows;
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        try (Connection connection = database.dataSource().getConnection()) {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY orders TO STDOUT");
            for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                block.writeBytes(line);
                if (block.size() > SIZE) {
                    blocks.add(block.toByteArray());
                    block.reset();
                }
            }
        }
        blocks.add(block.toByteArray());
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

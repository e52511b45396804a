package dev.switchback.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's own record of the state that a data directory is in. */
final class ControlFile {

    /** Behind a number of eight bytes and two of four, in the machine's byte order. */
    private static final int STATE = 16;

    private static final int SHUT_DOWN = 1;

    private ControlFile() {}

    /** Whether its server has written down everything before it ended, which a server that runs out of space does not. */
    static boolean saysShutDown(Path data) throws IOException {
        byte[] content = Files.readAllBytes(data.resolve("global/pg_control"));
        return ByteBuffer.wrap(content).order(ByteOrder.nativeOrder()).getInt(STATE) == SHUT_DOWN;
    }
}

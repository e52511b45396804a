package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a server whose data nobody will miss. */
final class ServerConfiguration {

    private static final String FILE = "postgresql.conf";

    /**
     * Loopback only, TCP only, with a password always. It is sent as it is: nobody but root listens on the loopback, and root
     * can read the password in the JVM. A SCRAM handshake would make connecting take three times as long.
     */
    private static final String ACCESS =
            """
            host all         all 127.0.0.1/32 password
            host replication all 127.0.0.1/32 password
            """;

    private static final String THROW_AWAY =
            """
            # Nobody else gets in.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''

            # Nothing has to survive: neither is it synced, nor logged for a recovery.
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            wal_level = minimal
            max_wal_senders = 0
            max_wal_size = 256MB
            checkpoint_timeout = 1h

            # Tests are short: no work in the background that costs time now to save some later.
            autovacuum = off
            bgwriter_lru_maxpages = 0
            jit = off

            # The same everywhere.
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'

            max_connections = 200
            shared_buffers = 128MB
            """;

    /** In the data directory, and so gone with it even if the server is killed. */
    private static final String SHARED_MEMORY_IN_FILES = "dynamic_shared_memory_type = mmap\n";

    /** Otherwise processes of its own read the files, which must be started first, and the files are in memory anyway. */
    private static final String READING_ITSELF = "io_method = sync\n";

    private ServerConfiguration() {}

    /** Replaces the settings of a fresh data directory. */
    static void prepare(Path data, Binaries binaries) throws IOException {
        String settings = THROW_AWAY
                + (binaries.platform().windows() ? "" : SHARED_MEMORY_IN_FILES)
                + (binaries.isAtLeast(18) ? READING_ITSELF : "");
        Files.writeString(data.resolve(FILE), settings, StandardOpenOption.TRUNCATE_EXISTING);
        Files.writeString(data.resolve("pg_hba.conf"), ACCESS, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Adds what is this server's alone. */
    static void complete(Path data, Map<String, String> settings, int port) throws IOException {
        Files.writeString(data.resolve(FILE), lines(settings) + "port = " + port + "\n", StandardOpenOption.APPEND);
    }

    static String lines(Map<String, String> settings) {
        StringBuilder lines = new StringBuilder("\n# Asked for.\n");
        if (!settings.getOrDefault("wal_level", "minimal").equals("minimal")) {
            lines.append("max_wal_senders = 10\n");
        }
        new TreeMap<>(settings).forEach((name, value) -> {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
                throw new ProvisionException("\"" + name + "\" is not the name of a PostgreSQL setting."
                        + "\n\nNames are such as wal_level or, for an extension's, pg_stat_statements.track.");
            }
            lines.append(name).append(" = '").append(value.replace("'", "''")).append("'\n");
        });
        return lines.toString();
    }
}

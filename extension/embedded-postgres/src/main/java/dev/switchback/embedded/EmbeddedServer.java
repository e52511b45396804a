package dev.switchback.embedded;

import dev.switchback.provision.KeptServer;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProcess;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A running copy of a cluster, which is gone when it is closed or when the JVM ends. */
final class EmbeddedServer implements ServerProcess {

    private static final System.Logger LOG = System.getLogger(EmbeddedServer.class.getName());
    private static final int ATTEMPTS = 5;
    private static final int TAIL = 12;
    private static final String LOG_FILE = "server.log";

    private final Cluster cluster;
    private final OwnedFolder folder;
    private final Postmaster postmaster;
    private final ServerAddress address;
    private Optional<TemplateStore> store = Optional.empty();
    private boolean hasStartedPlain = true;
    private Optional<KeptServer> kept = Optional.empty();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::stop, "switchback-stop");

    private EmbeddedServer(Cluster cluster, OwnedFolder folder, Postmaster postmaster, ServerAddress address) {
        this.cluster = cluster;
        this.folder = folder;
        this.postmaster = postmaster;
        this.address = address;
    }

    /** Starts again on another port if somebody takes the free one in the meantime. */
    static EmbeddedServer start(
            Cluster cluster, WorkFolder work, Map<String, String> settings, CompletableFuture<FirstSession> session)
            throws IOException {
        String log = "could not bind";
        for (int attempt = 0; attempt < ATTEMPTS && log.contains("could not bind"); attempt++) {
            OwnedFolder folder = OwnedFolder.create(work.servers());
            try {
                Optional<EmbeddedServer> started = startIn(folder, cluster, settings, session);
                if (started.isPresent()) {
                    return started.get();
                }
                log = tail(folder.path().resolve(LOG_FILE));
                folder.close();
            } catch (IOException e) {
                folder.close();
                if (SetUpFailure.isFull(e)) {
                    throw SetUpFailure.full(work.servers(), e);
                }
                throw e;
            } catch (RuntimeException | Error e) {
                folder.close();
                throw e;
            }
        }
        if (SetUpFailure.isFull(log)) {
            throw SetUpFailure.full(work.servers(), null);
        }
        throw new ProvisionException("PostgreSQL did not start. The end of its log:\n\n" + log.indent(2)
                + "\nCheck the settings that were asked for: " + new TreeSet<>(settings.keySet()));
    }

    /** @return nothing if the process ends by itself */
    private static Optional<EmbeddedServer> startIn(
            OwnedFolder folder, Cluster cluster, Map<String, String> settings, CompletableFuture<FirstSession> session)
            throws IOException {
        Path data = folder.path().resolve("data");
        cluster.copyTo(data);
        int port = freePort();
        ServerConfiguration.complete(data, settings, port);
        Postmaster postmaster = Postmaster.start(cluster, data, folder.path().resolve(LOG_FILE));
        try {
            if (postmaster.awaitReady(data)) {
                ServerAddress address = FirstSession.of(session).secure(port, cluster.password());
                EmbeddedServer server = new EmbeddedServer(cluster, folder, postmaster, address);
                Runtime.getRuntime().addShutdownHook(server.hook);
                return Optional.of(server);
            }
        } catch (IOException | RuntimeException | Error e) {
            postmaster.stop();
            throw e;
        }
        postmaster.stop();
        return Optional.empty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    @Override
    public ServerAddress address() {
        return address;
    }

    /** From now on the folder says that the server may stay, should this JVM end before it closes it. */
    @Override
    public synchronized Optional<KeptServer> keep() {
        if (kept.isEmpty()) {
            try {
                kept = Optional.of(StayingServer.mark(folder.path(), address, postmaster.pid()));
            } catch (IOException e) {
                throw SetUpFailure.of(folder.path(), e);
            }
        }
        return kept;
    }

    @Override
    public boolean isAlive() {
        return !closed.get() && postmaster.isAlive();
    }

    /** Has it keep its templates, if there is a place for them. */
    EmbeddedServer keeping(Optional<TemplateStore> place, boolean isPlain) {
        store = place;
        hasStartedPlain = isPlain;
        return this;
    }

    @Override
    public boolean keepsTemplates() {
        return store.isPresent();
    }

    /** Roles that came with one template would be strange to others. */
    @Override
    public synchronized void keepTemplates(Set<String> digests, boolean areAlone) {
        boolean isPlain = areAlone && hasStartedPlain;
        if (store.isEmpty() || closed.get() || (digests.size() > 1 && !isPlain)) {
            return;
        }
        try {
            String segment = currentLogFile();
            if (postmaster.stopInOrder()
                    && ControlFile.saysShutDown(folder.path().resolve("data"))) {
                store.get().add(digests, isPlain, place -> fill(place, segment));
            }
        } catch (SQLException | IOException e) {
            LOG.log(Level.WARNING, "The templates of this run cannot be kept", e);
        }
    }

    private String currentLogFile() throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_walfile_name(pg_current_wal_lsn())")) {
            row.next();
            return row.getString(1);
        }
    }

    /** @param segment of the log, before which nothing is needed any more after an orderly end */
    private void fill(Path place, String segment) throws IOException {
        Path copy = place.resolve("data");
        Trees.copy(folder.path().resolve("data"), copy);
        ServerConfiguration.prepare(copy, cluster.binaries());
        Files.deleteIfExists(copy.resolve("postmaster.opts"));
        List<Path> segments;
        try (Stream<Path> files = Files.list(copy.resolve("pg_wal"))) {
            segments = files.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                    .sorted()
                    .toList();
        }
        int current = segments.indexOf(copy.resolve("pg_wal").resolve(segment));
        for (int i = 0; i < segments.size(); i++) {
            // the end of the server itself may have been the first to be written to the next one
            if (current >= 0 && (i < current || i > current + 1)) {
                Files.delete(segments.get(i));
            }
        }
        Cluster.complete(place, address.password());
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook finds nothing left to do.
        }
    }

    private synchronized void stop() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (kept.isPresent() && postmaster.leave()) {
            folder.leave();
            return;
        }
        try (folder) {
            postmaster.stop();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Could not remove " + folder.path() + "; the next run tries again", e);
        }
    }
}

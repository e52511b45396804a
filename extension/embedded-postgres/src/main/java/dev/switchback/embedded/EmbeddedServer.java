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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running copy of a cluster, which is gone when it is closed or when the JVM ends. */
final class EmbeddedServer implements ServerProcess {

    private static final System.Logger LOG = System.getLogger(EmbeddedServer.class.getName());
    private static final int ATTEMPTS = 5;
    private static final int TAIL = 12;
    private static final String LOG_FILE = "server.log";

    private final OwnedFolder folder;
    private final Postmaster postmaster;
    private final ServerAddress address;
    private Optional<KeptServer> kept = Optional.empty();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::stop, "switchback-stop");

    private EmbeddedServer(OwnedFolder folder, Postmaster postmaster, ServerAddress address) {
        this.folder = folder;
        this.postmaster = postmaster;
        this.address = address;
    }

    /** Starts again on another port if somebody takes the free one in the meantime. */
    static EmbeddedServer start(Cluster cluster, WorkFolder work, Map<String, String> settings) throws IOException {
        String log = "could not bind";
        for (int attempt = 0; attempt < ATTEMPTS && log.contains("could not bind"); attempt++) {
            OwnedFolder folder = OwnedFolder.create(work.servers());
            try {
                Optional<EmbeddedServer> started = startIn(folder, cluster, settings);
                if (started.isPresent()) {
                    return started.get();
                }
                log = tail(folder.path().resolve(LOG_FILE));
                folder.close();
            } catch (IOException | RuntimeException | Error e) {
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
    private static Optional<EmbeddedServer> startIn(OwnedFolder folder, Cluster cluster, Map<String, String> settings)
            throws IOException {
        Path data = folder.path().resolve("data");
        Trees.copy(cluster.data(), data, cluster.account());
        int port = freePort();
        ServerConfiguration.complete(data, settings, port);
        Postmaster postmaster = Postmaster.start(cluster, data, folder.path().resolve(LOG_FILE));
        try {
            // While PostgreSQL starts: the first use of the driver and of cryptography takes a JVM longer than that.
            FirstSession session = FirstSession.prepare(port);
            if (postmaster.awaitReady(data)) {
                ServerAddress address = session.secure(cluster.password());
                EmbeddedServer server = new EmbeddedServer(folder, postmaster, address);
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

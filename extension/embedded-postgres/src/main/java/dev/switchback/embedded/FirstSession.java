package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import dev.switchback.threads.DaemonThreads;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Replaces the password that all copies of a cluster begin with by one that only this JVM knows.
 *
 * @param statement that tells the server
 */
record FirstSession(Driver driver, String password, String statement) {

    private static final System.Logger LOG = System.getLogger(FirstSession.class.getName());
    private static final String PROTOCOL = "jdbc:postgresql:";

    /** Prepares one beside the calling thread: the first use of the driver and of cryptography takes a JVM longer than PostgreSQL's start. */
    static CompletableFuture<FirstSession> prepare() {
        return CompletableFuture.supplyAsync(FirstSession::prepared, FirstSession::start);
    }

    private static void start(Runnable preparation) {
        Runnable work = () -> {
            preparation.run();
            loadClasses();
        };
        DaemonThreads.named("switchback-first-session").execute(work);
    }

    /** A connection that nobody answers loads most of what one that succeeds needs. Nobody waits for it. */
    private static void loadClasses() {
        try (Connection answered = DriverManager.getConnection(PROTOCOL + "//127.0.0.1:1/postgres?sslmode=disable")) {
            LOG.log(Level.DEBUG, "Something answers on port 1: {0}", answered);
        } catch (SQLException refused) {
            // As it should be.
        }
    }

    /** The one that has been prepared, or why it could not be. */
    static FirstSession of(CompletableFuture<FirstSession> preparing) {
        try {
            return preparing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProvisionException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static FirstSession prepared() {
        String password = Secret.random();
        String statement = "ALTER ROLE " + Cluster.SUPERUSER + " PASSWORD '" + Secret.verifier(password) + "'";
        try {
            return new FirstSession(DriverManager.getDriver(PROTOCOL), password, statement);
        } catch (SQLException e) {
            throw new ProvisionException(
                    "PostgreSQL's JDBC driver is not on the class path.\n\nAdd org.postgresql:postgresql as a test dependency.",
                    e);
        }
    }

    ServerAddress secure(int port, String current) {
        // The server has no TLS, and asking for it first would cost every connection a round trip.
        String url = PROTOCOL + "//127.0.0.1:" + port + "/postgres?sslmode=disable";
        ServerAddress address = new ServerAddress(url, Cluster.SUPERUSER, password);
        Properties credentials = new Properties();
        credentials.setProperty("user", address.user());
        credentials.setProperty("password", current);
        try (Connection connection = driver.connect(url, credentials);
                Statement change = connection.createStatement()) {
            change.execute(statement);
            return address;
        } catch (SQLException e) {
            throw new ProvisionException(
                    "PostgreSQL started, but cannot be reached as " + address + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "FirstSession by " + driver;
    }
}

package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Replaces the password that all copies of a cluster begin with by one that only this JVM knows. */
record FirstSession(Driver driver, ServerAddress address, String statement) {

    static FirstSession prepare(int port) {
        // The server has no TLS, and asking for it first would cost every connection a round trip.
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
        String password = Secret.random();
        String statement = "ALTER ROLE " + Cluster.SUPERUSER + " PASSWORD '" + Secret.verifier(password) + "'";
        try {
            return new FirstSession(
                    DriverManager.getDriver(url), new ServerAddress(url, Cluster.SUPERUSER, password), statement);
        } catch (SQLException e) {
            throw new ProvisionException(
                    "PostgreSQL's JDBC driver is not on the class path.\n\nAdd org.postgresql:postgresql as a test dependency.",
                    e);
        }
    }

    ServerAddress secure(String password) {
        Properties credentials = new Properties();
        credentials.setProperty("user", address.user());
        credentials.setProperty("password", password);
        try (Connection connection = driver.connect(address.url(), credentials);
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
        return "FirstSession of " + address;
    }
}

package dev.switchback.provision;

/**
 * Where a server is and who may administrate it.
 *
 * @param host the host name or address
 * @param port the port
 * @param database the administrative database, such as {@code postgres}
 * @param user a role that may create and drop databases
 * @param password its password; never printed
 */
public record ServerAddress(String host, int port, String database, String user, String password) {

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}

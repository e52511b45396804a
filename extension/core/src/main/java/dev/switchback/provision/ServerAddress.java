package dev.switchback.provision;

/**
 * The address of a server, and the account that administrates it.
 *
 * @param url the JDBC URL of the administrative database, such as {@code jdbc:postgresql://127.0.0.1:5432/postgres},
 *     without user and password; its parameters are those of every connection
 * @param user a role that may create and drop databases
 * @param password its password; never printed
 */
public record ServerAddress(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + CredentialsInUrl.hidden(url);
    }
}

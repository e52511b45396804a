package dev.switchback.provision;

import java.util.Map;
import javax.sql.DataSource;

/** One database that Switchback created. */
public interface Database extends AutoCloseable {

    /** Its name on the server. */
    String name();

    /** Its JDBC URL, without credentials. */
    String url();

    /** The role that owns it. */
    String user();

    /** The role's password. */
    String password();

    /** A source of new connections, one session each; nothing is pooled. */
    DataSource dataSource();

    /**
     * The same with more properties for the JDBC driver, by the names that it has for them. What becomes of those
     * that it does not know is up to it, as in a URL.
     */
    DataSource dataSource(Map<String, String> properties);

    /** Drops the database, ending every session on it. */
    @Override
    void close();
}

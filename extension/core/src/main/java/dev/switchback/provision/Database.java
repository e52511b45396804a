package dev.switchback.provision;

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

    /** Drops the database, ending every session on it. */
    @Override
    void close();
}

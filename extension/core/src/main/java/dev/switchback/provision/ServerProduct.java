package dev.switchback.provision;

import javax.sql.DataSource;

/** A database product whose servers Switchback can administrate. Found by {@link java.util.ServiceLoader}. */
public interface ServerProduct {

    /** Whether this JDBC URL is one of the product's. */
    boolean speaks(String url);

    /**
     * Connects to a server and removes what JVMs that were killed left on it.
     *
     * @param sessions new connections to the administrative database
     * @throws ProvisionException if the server cannot be reached or the role may not create databases
     */
    Administration connect(ServerAddress address, DataSource sessions);
}

package dev.switchback.provision;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * A running server and the databases that were created on it.
 *
 * <pre>{@code
 * ServerProvider provider = ServerProviders.installed().choose("");
 * try (Server server = Server.start(provider, ServerRequest.defaults())) {
 *     Template migrated = server.template("shop, migrated", database -> migrate(database.dataSource()));
 *     try (Database database = migrated.clone()) { ... }
 * }
 * }</pre>
 *
 * <p>Thread-safe. Every database that it creates has a name that begins with {@code switchback_}; it touches no other.
 */
public interface Server extends AutoCloseable {

    /**
     * Starts a server, and removes the databases that a killed JVM left on it.
     *
     * @throws ProvisionException if the server cannot be had or reached, with what to do about it
     */
    static Server start(ServerProvider provider, ServerRequest request) {
        return RunningServer.on(provider.start(request));
    }

    /** Whether it has not ended by itself, as far as its provider can tell. */
    boolean isAlive();

    /** The product, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String product();

    /**
     * Makes sure that the server has these roles. Those that are missing are created without a login and without rights, and stay:
     * a role belongs to the whole server, and other databases on it may have come to use it.
     *
     * @param names as the server's catalog has them
     * @throws ProvisionException if one is missing and this server's role may not create it
     */
    void createRoles(Collection<String> names);

    /** The things that all databases of the server share, such as its roles. */
    ServerState state();

    /** Drops a role if nobody but this run works on the server and nothing depends on it; false if it stays. */
    boolean dropRole(String name);

    /** Creates an empty database under a name of its own. The caller owns and closes it. */
    Database create();

    /**
     * Copies a database. Sessions that are about to leave it are waited for; those that stay are ended. The caller owns
     * and closes the copy.
     *
     * @throws ProvisionException also if another role's session stays and the server's role may not end it, which a
     *     superuser always may
     */
    Database copy(Database original);

    /**
     * The template of this key. The first call builds it: {@code build} fills an empty database and closes its
     * connections, then the database is frozen. Calls with the same key meanwhile wait; later ones return at once. If
     * {@code build} throws, so does the call, nothing is left, and the next call builds again.
     */
    Template template(String key, Consumer<Database> build);

    /**
     * As {@link #template(String, Consumer)}; but a template that an earlier server has kept, or that another run on this server has
     * built, is taken as it is, and one that is built may be kept: see {@link ServerRequest#templates()}.
     *
     * @param digest of all that the template is made of, in hexadecimal digits
     */
    Template template(String key, String digest, Consumer<Database> build);

    /** As {@link #template(String, Consumer)}; but {@code build} is given a copy of another template. */
    Template template(String key, Template origin, Consumer<Database> build);

    /** The template of this key. The first call copies a database, as {@link #copy} does, and freezes the copy. */
    Template template(String key, Database original);

    /** Has the server refuse to write to a database of its own, in sessions that begin after this, unless they ask to write. */
    void refuseWrites(Database database);

    /**
     * Copies a database to one that is still there when this server is closed, and for a day or until somebody removes it. Sessions on
     * the original end.
     *
     * @throws ProvisionException if the server cannot outlive this JVM, as a container, or if three are kept already
     */
    KeptDatabase keep(Database database);

    /** Drops the databases that are still there and stops the server. */
    @Override
    void close();
}

package dev.switchback.provision;

import java.util.Optional;
import java.util.Set;

/** A running server as its provider hands it over: where it is, and how to stop it. Implemented by providers. */
public interface ServerProcess extends AutoCloseable {

    /** Where a role that may create databases reaches the server's administrative database. */
    ServerAddress address();

    /** Whether it has not ended by itself; true where that is not known. */
    default boolean isAlive() {
        return true;
    }

    /** Whether the databases on it go with it when it is closed. If not, each of them is dropped before. */
    default boolean disposable() {
        return true;
    }

    /**
     * Has the server go on when it is closed, with the databases on it, and says how to end it; somebody's first start after a day
     * ends it at the latest. Empty if it cannot outlive this JVM.
     */
    default Optional<KeptServer> keep() {
        return Optional.empty();
    }

    /**
     * Whether templates that this server has when it is closed are there when another is started. Then their databases are named
     * {@code switchback_template_} with the digest of what they were made of.
     */
    default boolean keepsTemplates() {
        return false;
    }

    /**
     * Keeps the databases of templates for a start to come, which has {@link ServerRequest#templates()} among them. Called at most
     * once, before {@link #close()}: there are no other databases of Switchback's then, and no sessions. Must not fail.
     *
     * @param digests of all templates that are there
     * @param areAlone whether nothing but these databases differs from a new server
     */
    default void keepTemplates(Set<String> digests, boolean areAlone) {}

    /** Whether other runs may work on this server, now or later, so that templates are to be built once for all of them. */
    default boolean sharesTemplates() {
        return false;
    }

    /** Stops the server, unless it is {@linkplain #keep() kept}, and removes what it left. Called once; must not fail when the server is gone already. */
    @Override
    void close();
}

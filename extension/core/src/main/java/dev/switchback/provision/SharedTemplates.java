package dev.switchback.provision;

import java.util.function.Supplier;

/**
 * The templates on a server that all runs use, those at the same time and those to come: each is built by one of them. Implemented by
 * products.
 *
 * <p>Thread-safe. What goes wrong with sharing costs the time of a migration and is logged, but does not fail.
 */
@FunctionalInterface
public interface SharedTemplates {

    /**
     * The name of the database that is this template. If no run has built it, this one does; while another one is at it, it is waited
     * for, within limits. Until the {@link Administration} is closed, no run removes it.
     *
     * @param digest of all that the template is made of but the server, in hexadecimal digits
     * @param build fills and freezes a database of this run, and returns its name
     */
    String get(String digest, Supplier<String> build);
}

package dev.switchback.provision;

/** A prepared database that can only be copied any more. Thread-safe; lives as long as its server. */
public interface Template {

    /**
     * A copy of the template. From the second one on, a copy is usually waiting: one is made ahead in the background.
     * The caller owns and closes it.
     */
    Database clone();
}

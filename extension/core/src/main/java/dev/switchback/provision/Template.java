package dev.switchback.provision;

/** A prepared database that can only be copied any more. Thread-safe; lives as long as its server. */
public interface Template {

    /**
     * A copy of the template. From the second one on, a copy is usually waiting: one is made ahead in the background.
     * The caller owns and closes it.
     */
    Database clone();

    /**
     * Drops a database of the same server and makes it anew, under its name and URL, as a copy of the template. Sessions on it end;
     * if that fails, it may be gone, and a second call makes it.
     */
    void replace(Database database);
}

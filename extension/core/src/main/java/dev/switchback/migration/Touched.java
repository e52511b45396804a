package dev.switchback.migration;

import java.util.Set;

/**
 * What the transaction of a script may have changed, or will change when it commits, by the numbers that the server has for it;
 * nothing else has changed.
 *
 * @param relations tables and sequences, and possibly other objects
 * @param catalogs the catalogs of the schema
 */
public record Touched(Set<Long> relations, Set<Long> catalogs) {

    /** With copies of the sets. */
    public Touched {
        relations = Set.copyOf(relations);
        catalogs = Set.copyOf(catalogs);
    }
}

package dev.switchback.migration.rows;

import java.util.Set;

/**
 * The possible effects of the transaction of a script, now or when it commits; nothing else has changed.
 *
 * @param relations the identities of tables and sequences whose rows may be others, and possibly of other objects
 * @param catalogs the catalogs of the schema, by the names that the product has for them
 * @param holdsNothing whether the session has no lock but Flyway's, and no plan of a script's, that outlives the transaction
 */
public record ScriptEffects(Set<Long> relations, Set<String> catalogs, boolean holdsNothing) {

    /** With copies of the sets. */
    public ScriptEffects {
        relations = Set.copyOf(relations);
        catalogs = Set.copyOf(catalogs);
    }
}

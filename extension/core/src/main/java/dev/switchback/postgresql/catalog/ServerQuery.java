package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@link CatalogQuery} in the words of one version of the server.
 *
 * @param catalogs what decides the result; nothing where relations do
 * @param aspects what of relations decides the result
 * @param preconditions conditions, one of which holds unless the query finds nothing; none where it may always find something
 * @param all reads everything
 * @param some reads what belongs to the relations in the first parameter, an array; empty where nothing belongs to relations
 */
record ServerQuery(
        List<String> catalogs, Set<Aspect> aspects, List<String> preconditions, String all, Optional<String> some) {

    static ServerQuery of(CatalogQuery query, int version) {
        Optional<String> some =
                query.isOfRelations() ? Optional.of(QueryMacros.ofSome(version).expand(query.sql())) : Optional.empty();
        return new ServerQuery(
                query.catalogs(),
                query.aspects(),
                QueryMacros.preconditions(query.sql()),
                QueryMacros.ofAll(version).expand(query.sql()),
                some);
    }

    /** Whether the objects are the relations themselves. */
    boolean givesRelations() {
        return aspects.contains(Aspect.ITSELF);
    }
}

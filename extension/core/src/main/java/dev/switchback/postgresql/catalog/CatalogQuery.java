package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.Set;

/**
 * One set-based query over catalogs, with the macros of {@link QueryMacros}.
 *
 * <p>Its first six columns are {@code kind}, {@code schema}, {@code parent}, {@code name}, {@code identity} and {@code
 * definition}; each further one is the attribute that its label names, absent where it is null. What ends in {@code privileges}
 * becomes two of them, see {@link AccessControl}. Where the objects belong to relations, a column {@code relation} says to which,
 * and {@code ${of ...}} chooses among them.
 *
 * @param catalogs what decides the result, in the words of {@link CatalogVersions}; nothing where relations do
 * @param aspects what of the relations decides the result
 */
record CatalogQuery(List<String> catalogs, Set<Aspect> aspects, String sql) {

    CatalogQuery {
        catalogs = List.copyOf(catalogs);
        aspects = Set.copyOf(aspects);
    }

    /** A query for what belongs to the whole database or to other objects than relations. */
    CatalogQuery(List<String> catalogs, String sql) {
        this(catalogs, Set.of(), sql);
    }

    /** A query for what belongs to relations, and changes only with these aspects of them. */
    static CatalogQuery ofRelations(Set<Aspect> aspects, String sql) {
        return new CatalogQuery(List.of(), aspects, sql);
    }

    boolean isOfRelations() {
        return !aspects.isEmpty();
    }
}

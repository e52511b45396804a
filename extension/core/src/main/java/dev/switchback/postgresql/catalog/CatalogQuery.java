package dev.switchback.postgresql.catalog;

import java.util.List;

/**
 * One set-based query over catalogs, with the macros of {@link Sql}.
 *
 * <p>Its first six columns are {@code kind}, {@code schema}, {@code parent}, {@code name}, {@code identity} and {@code
 * definition}; each further one is the attribute that its label names, absent where it is null. Where the objects belong
 * to relations, a column {@code relation} says to which, and {@code ${of ...}} chooses among them.
 *
 * @param catalogs what decides the result, in the words of {@link CatalogVersions}; nothing where relations do
 */
record CatalogQuery(List<String> catalogs, String sql) {

    CatalogQuery {
        catalogs = List.copyOf(catalogs);
    }

    /** A query for what belongs to relations, and changes only with them. */
    static CatalogQuery ofRelations(String sql) {
        return new CatalogQuery(List.of(), sql);
    }

    boolean isOfRelations() {
        return catalogs.isEmpty();
    }
}

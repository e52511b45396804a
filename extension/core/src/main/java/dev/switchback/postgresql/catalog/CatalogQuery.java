package dev.switchback.postgresql.catalog;

import java.util.List;

/**
 * One set-based query over catalogs.
 *
 * <p>Its first six columns are {@code kind}, {@code schema}, {@code parent}, {@code name}, {@code identity} and {@code
 * definition}; each further one is the attribute that its label names, absent where it is null.
 *
 * @param catalogs the catalogs whose rows decide the result
 */
record CatalogQuery(List<String> catalogs, String sql) {

    CatalogQuery {
        catalogs = List.copyOf(catalogs);
    }
}

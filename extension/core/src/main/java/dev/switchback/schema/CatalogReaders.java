package dev.switchback.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the reader for a connection's product. */
final class CatalogReaders {

    private CatalogReaders() {}

    static CatalogReader forProductOf(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        List<CatalogReader> readers =
                ServiceLoader.load(CatalogReader.class, CatalogReader.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return readers.stream()
                .filter(reader -> reader.product().equals(product))
                .findFirst()
                .orElseThrow(() -> unsupported(
                        product, readers.stream().map(CatalogReader::product).toList()));
    }

    static SchemaException unsupported(String product, List<String> supported) {
        return new SchemaException("The schema of a database of " + product
                + " cannot be read. Supported are: " + String.join(", ", supported)
                + ". Another product needs a CatalogReader, registered in META-INF/services.");
    }
}

package dev.switchback.schema;

import java.util.ServiceLoader;

/** Finds the writer for a product. */
final class DdlWriters {

    private DdlWriters() {}

    static DdlWriter forProduct(String product) {
        return ServiceLoader.load(DdlWriter.class, DdlWriter.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(writer -> writer.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new SchemaException("The schema of a database of " + product
                        + " cannot be written: it needs a DdlWriter, registered in META-INF/services."));
    }
}

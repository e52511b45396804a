package dev.switchback.schema;

import java.util.List;
import java.util.ServiceLoader;

/** Finds the language of a product. */
final class SqlLanguages {

    private SqlLanguages() {}

    static SqlLanguage ofProduct(String product) {
        return ServiceLoader.load(SqlLanguage.class, SqlLanguage.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(language -> language.product().equals(product))
                .findFirst()
                .orElseGet(() -> new Unknown(product));
    }

    /** Compares letter by letter. */
    private record Unknown(String product) implements SqlLanguage {

        @Override
        public boolean sameType(String written, String read) {
            return written.equals(read);
        }

        @Override
        public boolean sameExpression(String written, String read) {
            return written.equals(read);
        }

        @Override
        public boolean hasKeys(SchemaObject object, List<String> written) {
            return String.join(", ", written).equals(object.attribute("columns"));
        }
    }
}

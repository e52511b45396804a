package dev.switchback.product;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** The database products on the class path, and the one lookup of their parts. For all areas. */
public final class Products {

    private final List<DatabaseProduct> products;

    Products(List<DatabaseProduct> products) {
        this.products = products.stream()
                .sorted(Comparator.comparing(DatabaseProduct::name))
                .toList();
    }

    /** Those that are registered in {@code META-INF/services}. */
    public static Products installed() {
        return new Products(ServiceLoader.load(DatabaseProduct.class, DatabaseProduct.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * The part of a product.
     *
     * @param product its name, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it
     * @param refusal the beginning of the message if there is no such part, with {@code %s} for the name: {@code The schema
     *     of a database of %s cannot be read.}
     * @throws ProductException if no product of that name has such a part, or if two products have that name
     */
    public <P extends ProductPart> P part(Class<P> type, String product, String refusal) {
        return find(type, product).orElseThrow(() -> missing(type, refusal.formatted(product)));
    }

    /**
     * The part of a product; empty if no product of that name has one.
     *
     * @throws ProductException if two products have that name
     */
    public <P extends ProductPart> Optional<P> find(Class<P> type, String product) {
        return only(named(product), "the product " + product)
                .flatMap(found -> found.parts().find(type));
    }

    /**
     * The only product with a part that meets a condition; empty if there is none.
     *
     * @param purpose what the part is wanted for, for the message: {@code the URL jdbc:postgresql://localhost/}
     * @throws ProductException if there are several
     */
    public <P extends ProductPart> Optional<DatabaseProduct> find(
            Class<P> type, Predicate<P> condition, String purpose) {
        return only(
                products.stream()
                        .filter(product ->
                                product.parts().find(type).filter(condition).isPresent())
                        .toList(),
                purpose);
    }

    /**
     * The parts of all products that have one, by the products' names, in their order.
     *
     * @throws ProductException if two products have the same name
     */
    public <P extends ProductPart> Map<String, P> parts(Class<P> type) {
        Map<String, P> parts = new LinkedHashMap<>();
        for (DatabaseProduct product : products) {
            find(type, product.name()).ifPresent(part -> parts.put(product.name(), part));
        }
        return parts;
    }

    private List<DatabaseProduct> named(String name) {
        return products.stream().filter(product -> product.name().equals(name)).toList();
    }

    private static Optional<DatabaseProduct> only(List<DatabaseProduct> candidates, String purpose) {
        if (candidates.size() > 1) {
            throw new ProductException("Several database products on the class path serve " + purpose + ":\n\n"
                    + candidates.stream()
                            .map(product -> "  " + product.getClass().getName())
                            .collect(joining("\n"))
                    + "\n\nRemove the dependencies that bring the others.");
        }
        return candidates.stream().findFirst();
    }

    private ProductException missing(Class<? extends ProductPart> type, String refusal) {
        String supported = String.join(", ", parts(type).keySet());
        return new ProductException(refusal
                + (supported.isEmpty() ? " It" : " Supported are: " + supported + ". Another product")
                + " needs a DatabaseProduct with a " + type.getSimpleName() + ", registered in META-INF/services.");
    }
}

package dev.switchback.product;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The parts of one product, at most one for each interface. A part is made when it is asked for, so that a part which needs
 * an optional library needs it only then. Immutable.
 */
public final class ProductParts {

    private final Map<Class<? extends ProductPart>, Supplier<? extends ProductPart>> parts;

    private ProductParts(Map<Class<? extends ProductPart>, Supplier<? extends ProductPart>> parts) {
        this.parts = parts;
    }

    /** No parts. */
    public static ProductParts none() {
        return new ProductParts(Map.of());
    }

    /**
     * These parts and one more.
     *
     * @throws IllegalArgumentException if there is one of this interface already
     */
    public <P extends ProductPart> ProductParts with(Class<P> type, Supplier<? extends P> part) {
        Map<Class<? extends ProductPart>, Supplier<? extends ProductPart>> more = new LinkedHashMap<>(parts);
        if (more.put(type, part) != null) {
            throw new IllegalArgumentException("Two parts implement " + type.getName() + ".");
        }
        return new ProductParts(more);
    }

    /** The interfaces for which there is a part. */
    public Set<Class<? extends ProductPart>> types() {
        return Set.copyOf(parts.keySet());
    }

    /** The part for an interface; empty if this product brings none. */
    public <P extends ProductPart> Optional<P> find(Class<P> type) {
        return Optional.ofNullable(parts.get(type)).map(Supplier::get).map(type::cast);
    }
}

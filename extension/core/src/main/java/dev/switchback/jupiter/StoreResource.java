package dev.switchback.jupiter;

import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * A resource that JUnit's store closes when its scope ends: by {@link AutoCloseable} since 5.13, by {@code CloseableResource}
 * before.
 */
@SuppressWarnings("deprecation")
interface StoreResource extends AutoCloseable, Store.CloseableResource {

    Namespace NAMESPACE = Namespace.create("dev.switchback");

    /** The store's value of that key, made on first demand. {@code computeIfAbsent} would need JUnit 6. */
    static <V> V in(Store store, Object key, Class<V> type, Supplier<V> maker) {
        return Objects.requireNonNull(store.getOrComputeIfAbsent(key, absent -> maker.get(), type));
    }

    @Override
    void close();
}

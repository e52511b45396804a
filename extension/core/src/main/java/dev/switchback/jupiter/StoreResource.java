package dev.switchback.jupiter;

import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

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

    /** The store of the launcher session; JUnit before 5.13 has none, and there it is that of the test run. */
    static Store ofSession(ExtensionContext context) {
        try {
            return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
        } catch (LinkageError before513) {
            return context.getRoot().getStore(NAMESPACE);
        }
    }

    @Override
    void close();
}

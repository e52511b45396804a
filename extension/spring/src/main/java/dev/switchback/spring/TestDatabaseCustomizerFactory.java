package dev.switchback.spring;

import dev.switchback.jupiter.RunningTests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Finds the classes whose application gets a test database. */
final class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return RunningTests.request(testClass)
                .map(request -> {
                    TestListeners.check(testClass);
                    return new TestDatabaseCustomizer(request);
                })
                .orElse(null);
    }
}

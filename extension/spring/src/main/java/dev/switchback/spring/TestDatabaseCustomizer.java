package dev.switchback.spring;

import dev.switchback.jupiter.ApplicationRequest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Prepares a context before it is refreshed. It is part of the key under which Spring keeps contexts, and equal for classes that ask
 * for equal databases.
 */
record TestDatabaseCustomizer(ApplicationRequest request) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ApplicationContext parent = configuration.getParentApplicationContext();
        if (parent == null || SpringTests.databaseOf(parent).isEmpty()) {
            context.addBeanFactoryPostProcessor(
                    new TestDatabaseDefinitions(request, request.create(), context.getEnvironment()));
        }
    }
}

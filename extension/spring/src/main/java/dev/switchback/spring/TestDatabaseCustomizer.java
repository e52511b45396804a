package dev.switchback.spring;

import dev.switchback.jupiter.ApplicationDatabase;
import dev.switchback.jupiter.ApplicationRequest;
import java.util.Optional;
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
        Optional<ApplicationDatabase> ofParent =
                Optional.ofNullable(configuration.getParentApplicationContext()).flatMap(SpringTests::databaseOf);
        ApplicationDatabase database = ofParent.orElseGet(request::create);
        context.addBeanFactoryPostProcessor(
                new TestDatabaseDefinitions(request, database, ofParent.isPresent(), context.getEnvironment()));
        context.addApplicationListener(new ApplicationStart(database, context));
    }
}

package dev.switchback.spring;

import dev.switchback.jupiter.ApplicationDatabase;
import dev.switchback.jupiter.TestFramework;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Tells Switchback's extension which application a test has. */
public final class SpringTests implements TestFramework {

    /** For {@link java.util.ServiceLoader}. */
    public SpringTests() {}

    @Override
    public Optional<ApplicationDatabase> application(ExtensionContext context) {
        return databaseOf(SpringExtension.getApplicationContext(context));
    }

    static Optional<ApplicationDatabase> databaseOf(ApplicationContext context) {
        return context.containsBean(TestDatabaseDefinitions.BEAN)
                ? Optional.of(context.getBean(TestDatabaseDefinitions.BEAN, ApplicationDatabase.class))
                : Optional.empty();
    }
}

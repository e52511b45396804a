package dev.switchback.spring;

import dev.switchback.jupiter.ApplicationDatabase;
import dev.switchback.jupiter.ApplicationRequest;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Brings the database into a context: its address before the first condition reads a property, and all that looks at beans once the
 * definitions are complete.
 *
 * @param isOfParent whether the context has a parent, whose database it is
 */
record TestDatabaseDefinitions(
        ApplicationRequest request,
        ApplicationDatabase database,
        boolean isOfParent,
        ConfigurableEnvironment environment)
        implements BeanDefinitionRegistryPostProcessor {

    static final String BEAN = "dev.switchback.database";

    private static final String LIQUIBASE = "liquibase.integration.spring.SpringLiquibase";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        database.connectWith(SessionParameters.of(environment, database.database(), DatabaseProperties.URL)
                .values());
        DatabaseProperties.of(request, database.database()).addTo(environment);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) factory;
        if (!isOfParent) {
            beans.registerSingleton(BEAN, database);
            // among the first that are registered, and so among the last that are destroyed
            beans.registerDisposableBean(BEAN, database::close);
        }
        ConnectionDetails.refuse(beans);
        List<String> sources = names(beans, DataSource.class);
        if (sources.isEmpty() && !isOfParent) {
            beans.registerSingleton("dataSource", database.database().dataSource());
        }
        ContextApplication application = new ContextApplication(beans, database.database());
        beans.addBeanPostProcessor(new DataSourceAddresses(
                database.database(), chosen(sources).map(List::of).orElse(sources), application.pools()));
        beans.addBeanPostProcessor(new FlywayTemplates(database));
        database.tell(application);
        if (!isOfParent && names(beans, Flyway.class).isEmpty() && !hasLiquibase(beans)) {
            database.migrate();
        }
    }

    private Optional<String> chosen(List<String> sources) {
        Optional<String> chosen = Optional.ofNullable(environment.getProperty(DataSourceAddresses.CHOICE));
        chosen.filter(name -> !sources.contains(name)).ifPresent(name -> {
            throw new IllegalStateException("%s = %s: there is no DataSource bean of that name; there are: %s."
                    .formatted(DataSourceAddresses.CHOICE, name, String.join(", ", sources)));
        });
        return chosen;
    }

    private static boolean hasLiquibase(ConfigurableListableBeanFactory beans) {
        ClassLoader loader = beans.getBeanClassLoader();
        return ClassUtils.isPresent(LIQUIBASE, loader)
                && !names(beans, ClassUtils.resolveClassName(LIQUIBASE, loader)).isEmpty();
    }

    private static List<String> names(ConfigurableListableBeanFactory beans, Class<?> type) {
        return List.of(beans.getBeanNamesForType(type, true, false));
    }
}

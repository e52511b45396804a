package dev.switchback.spring;

import dev.switchback.provision.Database;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Sees that the data sources of an application lead to its test database: those that Spring Boot makes do by its properties, one
 * that an application makes by itself is given the address.
 *
 * @param sources the beans that must; all of them, unless one was chosen by name
 * @param pools gets them as they were made
 */
record DataSourceAddresses(Database database, List<String> sources, Set<DataSource> pools)
        implements BeanPostProcessor {

    static final String CHOICE = "switchback.data-source";

    private static final System.Logger LOG = System.getLogger(DataSourceAddresses.class.getName());

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof DataSource source && sources.contains(name)) {
            pools.add(source);
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource source) || !sources.contains(name)) {
            return bean;
        }
        DataSourceAddress address = new DataSourceAddress(source);
        if (address.leadsTo(database)) {
            address.login(database);
            return bean;
        }
        if (sources.size() > 1) {
            throw new IllegalStateException(several(name, address));
        }
        if (address.set(database)) {
            return bean;
        }
        LOG.log(
                Level.WARNING,
                "The DataSource bean \"{0}\", a {1}, does not lead to the test database and cannot be made to: another is in its place,"
                        + " without a pool and without what that one adds to connections",
                name,
                bean.getClass().getName());
        return database.dataSource();
    }

    private String several(String name, DataSourceAddress address) {
        return """
               The application has several data sources, and "%s" leads to %s instead of the test database. Its DataSource beans:

                 %s

               Name the one that the test database is for, with the property %s = %s (in application-test.properties, or in the \
               test's @TestPropertySource or @SpringBootTest); the others are left alone then."""
                .formatted(
                        name,
                        address.url().map(DataSourceAddress::withoutParameters).orElse("another database"),
                        String.join("\n  ", sources),
                        CHOICE,
                        sources.get(0));
    }
}

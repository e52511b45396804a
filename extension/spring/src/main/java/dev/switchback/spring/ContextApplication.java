package dev.switchback.spring;

import dev.switchback.jupiter.Application;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * The beans of a context that hold connections to its database or remember what is in it.
 *
 * @param pools the data sources as they were made, which something may have wrapped since
 */
record ContextApplication(ConfigurableListableBeanFactory beans, Database database, Set<DataSource> pools)
        implements Application {

    ContextApplication(ConfigurableListableBeanFactory beans, Database database) {
        this(beans, database, ConcurrentHashMap.newKeySet());
    }

    @Override
    public void closeSessions() {
        Stream.concat(made(DataSource.class), pools.stream()).distinct().forEach(ConnectionPool::evict);
    }

    @Override
    public void databaseEnds() {
        Stream.concat(made(DataSource.class), pools.stream()).distinct().forEach(ConnectionPool::doNotWait);
    }

    @Override
    public void rowsPutBack() {
        if (isPresent("jakarta.persistence.EntityManagerFactory")) {
            EntityManagers.forgetRows(this);
        }
    }

    @Override
    public Optional<Connection> transaction() {
        return isPresent("org.springframework.jdbc.datasource.ConnectionHolder")
                ? TestTransaction.connection(this)
                : Optional.empty();
    }

    boolean isPresent(String type) {
        return ClassUtils.isPresent(type, beans.getBeanClassLoader());
    }

    /** The beans of a type that are there already; none is made for this. */
    <T> Stream<T> made(Class<T> type) {
        return Stream.of(beans.getBeanNamesForType(type, true, false))
                .filter(beans::containsSingleton)
                .map(name -> beans.getBean(name, type));
    }
}

package dev.switchback.spring;

import dev.switchback.jupiter.Application;
import java.sql.Connection;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/** The beans of a context that hold connections to its database or remember what is in it. */
record ContextApplication(ConfigurableListableBeanFactory beans) implements Application {

    @Override
    public void closeSessions() {
        made(DataSource.class).forEach(ConnectionPool::evict);
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

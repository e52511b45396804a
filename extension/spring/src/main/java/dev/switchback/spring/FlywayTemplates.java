package dev.switchback.spring;

import dev.switchback.jupiter.ApplicationDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Has the database migrated as an application's own Flyway says, before that one does it. */
record FlywayTemplates(ApplicationDatabase database) implements BeanPostProcessor {

    /** Before an init method migrates. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        return bean instanceof Flyway flyway ? migrated(flyway) : bean;
    }

    private Flyway migrated(Flyway flyway) {
        DataSource source = flyway.getConfiguration().getDataSource();
        if (source == null) {
            return flyway;
        }
        DataSourceAddress address = new DataSourceAddress(source);
        if (!address.leadsTo(database.database())) {
            return flyway;
        }
        SessionParameters parameters = SessionParameters.of(address.url().orElse(null), database.database());
        database.connectWith(parameters.values());
        return database.migrate(flyway, FlywayKey.of(flyway.getConfiguration()), parameters.values());
    }
}

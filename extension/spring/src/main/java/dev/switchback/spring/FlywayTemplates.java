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
        return bean instanceof Flyway flyway && leadsHere(flyway)
                ? database.migrate(flyway, FlywayKey.of(flyway.getConfiguration()))
                : bean;
    }

    private boolean leadsHere(Flyway flyway) {
        DataSource source = flyway.getConfiguration().getDataSource();
        return source != null && new DataSourceAddress(source).leadsTo(database.database());
    }
}

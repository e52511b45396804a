package clinic;

import jakarta.persistence.Entity;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;

/** Hibernate's own validation of a mapping: it starts up as in production, with {@code hibernate.hbm2ddl.auto=validate}. */
final class Validation {

    private Validation() {}

    /**
     * Compares entities with the tables of a database, which is only read.
     *
     * @param entities classes with {@link Entity}
     * @throws org.hibernate.tool.schema.spi.SchemaManagementException if a table or column is missing or of another type
     */
    static void validate(DataSource database, List<Class<?>> entities) {
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database)
                .applySetting(SchemaToolingSettings.HBM2DDL_AUTO, "validate")
                .build()) {
            MetadataSources sources = new MetadataSources(registry);
            entities.forEach(sources::addAnnotatedClass);
            sources.buildMetadata().buildSessionFactory().close();
        }
    }
}

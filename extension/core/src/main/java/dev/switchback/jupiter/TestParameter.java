package dev.switchback.jupiter;

import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What a test may ask for, and how it is made from its database. */
final class TestParameter {

    private static final Map<Class<?>, Function<Lease, Object>> MAKERS = Map.of(
            Database.class, Lease::database,
            DataSource.class, Lease::dataSource,
            Connection.class, Lease::connection,
            DSLContext.class, lease -> DSL.using(lease.connection()),
            Flyway.class, Lease::flyway,
            Schema.class, Lease::schema);

    private TestParameter() {}

    static boolean isKnown(Class<?> type) {
        return MAKERS.containsKey(type);
    }

    /** The parameter's value; the type is a known one. */
    static Object of(Class<?> type, Lease lease) {
        return Objects.requireNonNull(MAKERS.get(type)).apply(lease);
    }
}

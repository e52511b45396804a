package dev.switchback.migration.run;

import dev.switchback.migration.rows.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Support of round trips for a database product. Implemented once per product and found by {@link
 * java.util.ServiceLoader}; keeps no state.
 */
public interface MigrationDialect {

    /** The product, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String product();

    /** Sets what Flyway needs so that no script can hang on a lock of Flyway's own. */
    void prepare(FluentConfiguration flyway);

    /** Properties of the JDBC driver for connections over which only Flyway and scripts of SQL talk, to make them faster. */
    default Map<String, String> propertiesForSqlAlone() {
        return Map.of();
    }

    /** The same for connections over which only this library reads. */
    default Map<String, String> propertiesForReading() {
        return Map.of();
    }

    /** The sessions in which scripts run, as this product knows them. */
    ScriptSessions sessions();

    /** Begins to read rows over a session that nothing else uses, and whose settings are changed. */
    RowReader rows(Connection connection) throws SQLException;

    /** The dialect of that product. */
    static MigrationDialect of(String product) {
        return MigrationDialects.of(product);
    }
}

package dev.switchback.migration.run;

import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.ScriptLanguage;
import dev.switchback.migration.rows.RowReader;
import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The part of a database product that a round trip needs. Implemented once per product; keeps no
 * state.
 */
public interface MigrationDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static MigrationDialect ofProduct(String product) {
        return Products.installed()
                .part(MigrationDialect.class, product, "Migrations on %s cannot be undone or judged.");
    }

    /**
     * The dialect of a database's product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     * @throws MigrationsException if the database cannot be reached
     */
    static MigrationDialect ofProductOf(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return ofProduct(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Sets what Flyway needs so that no script can hang on a lock of Flyway's own. */
    void prepare(FluentConfiguration flyway);

    /** The product's knowledge of the text of scripts. */
    ScriptLanguage scripts();

    /** The sessions in which scripts run, as this product knows them. */
    ScriptSessions sessions();

    /** Begins to read rows over a session that nothing else uses, and whose settings are changed. */
    RowReader rows(Connection connection) throws SQLException;
}

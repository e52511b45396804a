package dev.switchback.migration.run;

import dev.switchback.migration.MigrationsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apiguardian.api.API;

/** The dialects on the class path. */
@API(status = API.Status.INTERNAL)
public final class MigrationDialects {

    private MigrationDialects() {}

    public static MigrationDialect of(String product) {
        ServiceLoader<MigrationDialect> known =
                ServiceLoader.load(MigrationDialect.class, MigrationDialect.class.getClassLoader());
        return known.stream()
                .map(ServiceLoader.Provider::get)
                .filter(dialect -> dialect.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new MigrationsException("Migrations on " + product
                        + " cannot be undone or judged; supported: "
                        + known.stream()
                                .map(provider -> provider.get().product())
                                .collect(Collectors.joining(", "))));
    }

    public static MigrationDialect of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return of(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be reached: " + e.getMessage(), e);
        }
    }
}

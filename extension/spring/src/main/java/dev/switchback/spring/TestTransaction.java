package dev.switchback.spring;

import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transaction that Spring has begun for the test of this thread. */
final class TestTransaction {

    private TestTransaction() {}

    /** Its session, after all that JPA has yet to write was written. */
    static Optional<Connection> connection(ContextApplication application) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        if (application.isPresent("jakarta.persistence.EntityManagerFactory")
                && application.isPresent("org.springframework.orm.jpa.EntityManagerHolder")) {
            EntityManagers.flush(application);
        }
        return application
                .made(DataSource.class)
                .map(TransactionSynchronizationManager::getResource)
                .filter(ConnectionHolder.class::isInstance)
                .map(holder -> ((ConnectionHolder) holder).getConnection())
                .filter(connection -> isOn(application.database(), connection))
                .findFirst();
    }

    /** An application may have transactions on other databases, too. */
    private static boolean isOn(Database database, Connection connection) {
        try {
            return DataSourceAddress.withoutParameters(connection.getMetaData().getURL())
                    .equals(DataSourceAddress.withoutParameters(database.url()));
        } catch (SQLException itIsOver) {
            return false;
        }
    }
}

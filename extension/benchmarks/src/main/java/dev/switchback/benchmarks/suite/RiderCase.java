package dev.switchback.benchmarks.suite;

import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.reseed.ReseedBenchmark;
import dev.switchback.benchmarks.reseed.SmallShop;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The same tests with the work of Database Rider's {@code @DataSet} before each. */
@ExtendWith({OneDatabase.class, RiderCase.DataSet.class})
public abstract class RiderCase {

    /** Database Rider keeps its connection from test to test. */
    private record Rider(Connection connection, Contender.Work dataSet) implements AutoCloseable {

        static Rider of(ExtensionContext context) {
            try {
                Connection connection = OneDatabase.of(context).getConnection();
                return new Rider(connection, ReseedBenchmark.rider(connection));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    static final class DataSet implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) throws Exception {
            context.getRoot()
                    .getStore(Namespace.create(Rider.class))
                    .computeIfAbsent(Rider.class, absent -> Rider.of(context), Rider.class)
                    .dataSet()
                    .run();
        }
    }

    @Often
    public void changesThreeTables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            SmallShop.check(connection);
            SmallShop.test(connection, 3);
        }
    }
}

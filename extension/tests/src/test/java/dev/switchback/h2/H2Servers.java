package dev.switchback.h2;

import dev.switchback.provision.Administration;
import dev.switchback.provision.DatabaseOperations;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProduct;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Databases in the memory of this JVM. */
final class H2Servers implements ServerProduct {

    private static final String PREFIX = "jdbc:h2:mem:";

    @Override
    public boolean speaks(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public Administration connect(ServerAddress address, DataSource sessions) {
        return new Memory(address, "switchback_" + UUID.randomUUID() + "_", new Databases(address));
    }

    private static String url(String database) {
        return PREFIX + database + ";DB_CLOSE_DELAY=-1";
    }

    private record Memory(ServerAddress address, String prefix, DatabaseOperations databases)
            implements Administration {

        @Override
        public String urlOf(String database) {
            return url(database);
        }

        @Override
        public void close() {}
    }

    /** A frozen database is a script. */
    private static final class Databases implements DatabaseOperations {

        private final ServerAddress address;
        private final Set<String> open = ConcurrentHashMap.newKeySet();
        private final Map<String, List<String>> frozen = new ConcurrentHashMap<>();

        Databases(ServerAddress address) {
            this.address = address;
        }

        @Override
        public void create(String database) {
            run(database, List.of());
            open.add(database);
        }

        @Override
        public void copy(String original, String database) {
            List<String> script = frozen.get(original);
            run(database, script == null ? script(original) : script);
            open.add(database);
        }

        @Override
        public void freeze(String database) {
            frozen.put(database, script(database));
            close(database);
        }

        @Override
        public void drop(String database) {
            frozen.remove(database);
            close(database);
        }

        private void close(String database) {
            if (open.remove(database)) {
                run(database, List.of("SHUTDOWN"));
            }
        }

        private List<String> script(String database) {
            List<String> script = new ArrayList<>();
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet lines = statement.executeQuery("SCRIPT")) {
                while (lines.next()) {
                    script.add(lines.getString(1));
                }
                return script;
            } catch (SQLException e) {
                throw new ProvisionException("Cannot copy database " + database + ": " + e.getMessage(), e);
            }
        }

        private void run(String database, List<String> statements) {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new ProvisionException("Cannot prepare database " + database + ": " + e.getMessage(), e);
            }
        }

        private Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(url(database), address.user(), address.password());
        }
    }
}

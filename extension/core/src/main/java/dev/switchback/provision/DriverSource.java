package dev.switchback.provision;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** New connections from whatever JDBC driver takes the URL. */
final class DriverSource implements DataSource {

    private final Driver driver;
    private final ServerAddress address;
    private final Map<String, String> more;

    private DriverSource(Driver driver, ServerAddress address, Map<String, String> more) {
        this.driver = driver;
        this.address = address;
        this.more = Map.copyOf(more);
    }

    static DriverSource of(ServerAddress address) {
        try {
            return new DriverSource(DriverManager.getDriver(address.url()), address, Map.of());
        } catch (SQLException e) {
            throw new ProvisionException(
                    "No JDBC driver on the class path takes " + CredentialsInUrl.hidden(address.url())
                            + "\n\nAdd the database's driver as a dependency, " + ConnectionGuide.drivers() + ".",
                    e);
        }
    }

    DriverSource with(Map<String, String> properties) {
        return new DriverSource(driver, address, properties);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(address.user(), address.password());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(more);
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        properties.setProperty("password", password);
        Connection connection = driver.connect(address.url(), properties);
        if (connection == null) {
            throw new SQLException("The driver " + driver.getClass().getName() + " does not take "
                    + CredentialsInUrl.hidden(address.url()));
        }
        return connection;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("set a log writer on java.sql.DriverManager instead");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("put the driver's own timeout parameter into the URL instead");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("a plain data source, not a wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public String toString() {
        return "DataSource of " + address;
    }
}

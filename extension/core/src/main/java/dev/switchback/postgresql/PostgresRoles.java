package dev.switchback.postgresql;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.RoleDialect;
import dev.switchback.provision.ServerAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Roles of a PostgreSQL server. */
final class PostgresRoles implements RoleDialect {

    /** Somebody else was quicker: the role is there, or was in the same moment. */
    private static final Set<String> THERE_ALREADY = Set.of("42710", "23505");

    private static final String MAY_NOT = "42501";

    @Override
    public void create(Collection<String> names, ServerAddress address, DataSource sessions) {
        for (String name : new TreeSet<>(names)) {
            try (Connection connection = sessions.getConnection()) {
                if (!isThere(name, connection)) {
                    create(name, connection);
                }
            } catch (SQLException e) {
                throw refused(name, address, e);
            }
        }
    }

    private static boolean isThere(String name, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, name);
            try (ResultSet role = query.executeQuery()) {
                return role.next();
            }
        }
    }

    private static void create(String name, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + SqlName.quote(name));
        } catch (SQLException e) {
            if (!THERE_ALREADY.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static ProvisionException refused(String name, ServerAddress address, SQLException cause) {
        String problem =
                "The role \"%s\" of @TestDatabase(roles) or switchback.roles is not on the server, and cannot be created as %s: %s"
                        .formatted(name, address, cause.getMessage());
        String remedy = MAY_NOT.equals(cause.getSQLState())
                ? "Let somebody create it there, CREATE ROLE %s, or give the right: ALTER ROLE %s CREATEROLE"
                        .formatted(SqlName.quote(name), SqlName.quote(address.user()))
                : "Check the name.";
        return new ProvisionException(problem + "\n\n" + remedy, cause);
    }
}

package dev.switchback.postgresql;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Says what went wrong on a server, and what to do about it. */
final class AdminFailure {

    private static final String NO_SPACE = "53100";

    /** The right to create databases is checked before anything else. */
    private static final String OF_OTHER_ROLES =
            "A role that may create databases may end its own sessions on them only,"
                    + " and drop only its own databases. Close what other roles have open there, or name a superuser.";

    private AdminFailure() {}

    static ProvisionException of(String what, ServerAddress address, SQLException cause) {
        return of(what, address, cause, remedy(String.valueOf(cause.getSQLState())));
    }

    /** @param session the one in which it failed, which may know more */
    static ProvisionException of(String what, ServerAddress address, SQLException cause, Connection session) {
        return NO_SPACE.equals(cause.getSQLState())
                ? of(what, address, cause, "Make room where the server keeps its data" + dataDirectory(session) + ".")
                : of(what, address, cause);
    }

    private static ProvisionException of(String what, ServerAddress address, SQLException cause, String remedy) {
        return new ProvisionException(
                "Could not " + what + " as " + address + ": " + cause.getMessage() + (remedy.isEmpty() ? "" : "\n\n")
                        + remedy,
                cause);
    }

    static ProvisionException mayNotCreate(ServerAddress address) {
        return new ProvisionException("The role " + address + " may not create databases.\n\n" + grant(address));
    }

    /** Only superusers and their like are told. */
    private static String dataDirectory(Connection session) {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('data_directory')")) {
            return row.next() ? ", " + row.getString(1) : "";
        } catch (SQLException notTold) {
            return "";
        }
    }

    private static String remedy(String state) {
        return switch (state) {
            case "28P01", "28000" -> "Check the user and the password.";
            case "3D000" -> "Name a database that exists: the others are created from a session on it.";
            case "42501" -> OF_OTHER_ROLES;
            case "53300" -> "Raise the server's max_connections, or run fewer tests at once.";
            case "57P03" -> "It starts, stops, or recovers because one of its processes has ended badly: see its log.";
            case "08001", "08004", "08006" -> "Check that the server runs and that host and port are right.";
            default -> "";
        };
    }

    private static String grant(ServerAddress address) {
        return "Give it the right: ALTER ROLE " + SqlName.quote(address.user()) + " CREATEDB";
    }
}

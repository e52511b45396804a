package dev.switchback.postgresql;

import dev.switchback.provision.Administration;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Databases on a PostgreSQL server. */
final class PostgresAdministration implements Administration {

    private static final System.Logger LOG = System.getLogger(PostgresAdministration.class.getName());

    private final PostgresUrl url;
    private final AdminSessions sessions;
    private final OwnerLock owner;
    private final String strategy;

    private PostgresAdministration(PostgresUrl url, AdminSessions sessions, OwnerLock owner, String strategy) {
        this.url = url;
        this.sessions = sessions;
        this.owner = owner;
        this.strategy = strategy;
    }

    static PostgresAdministration connect(ServerAddress address, AdminSessions sessions) {
        Connection session = sessions.open();
        try {
            if (!ask(session, "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user")) {
                throw AdminFailure.mayNotCreate(address);
            }
            String strategy = ask(session, COPIES_FILES_FASTER) ? " STRATEGY file_copy" : "";
            List<String> orphans = OwnerLock.orphans(session);
            OwnerLock owner = OwnerLock.take(session);
            PostgresAdministration administration =
                    new PostgresAdministration(PostgresUrl.of(address.url()), sessions, owner, strategy);
            administration.sweep(orphans);
            return administration;
        } catch (SQLException e) {
            AdminSessions.closeQuietly(session);
            throw AdminFailure.of("prepare", address, e);
        } catch (RuntimeException | Error e) {
            AdminSessions.closeQuietly(session);
            throw e;
        }
    }

    /** Copying files costs two checkpoints, which are cheap only while nothing is synced to disk. */
    private static final String COPIES_FILES_FASTER =
            "SELECT current_setting('server_version_num')::int >= 150000 AND NOT current_setting('fsync')::bool";

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private void sweep(List<String> orphans) {
        for (String orphan : orphans) {
            try {
                drop(orphan);
            } catch (ProvisionException e) {
                LOG.log(Level.WARNING, "Left over from a run that was killed, and could not be removed", e);
            }
        }
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public String prefix() {
        return owner.prefix();
    }

    @Override
    public String urlOf(String database) {
        return url.database(database);
    }

    /** From template0, which nobody can be connected to and nobody has put anything into. */
    @Override
    public void create(String database) {
        sessions.execute(
                "create database " + database,
                "CREATE DATABASE " + SqlName.quote(database) + " TEMPLATE template0" + strategy);
    }

    @Override
    public void copy(String original, String database) {
        sessions.run("copy database " + original + " to " + database, connection -> {
            DatabaseSessions.awaitNone(connection, original);
            try (Statement statement = connection.createStatement()) {
                return statement.execute("CREATE DATABASE " + SqlName.quote(database) + " TEMPLATE "
                        + SqlName.quote(original) + strategy);
            }
        });
    }

    @Override
    public void freeze(String database) {
        sessions.run("freeze database " + database, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER DATABASE " + SqlName.quote(database) + " ALLOW_CONNECTIONS false");
            }
            DatabaseSessions.awaitNone(connection, database);
            return database;
        });
    }

    @Override
    public void drop(String database) {
        sessions.execute(
                "drop database " + database, "DROP DATABASE IF EXISTS " + SqlName.quote(database) + " WITH (FORCE)");
    }

    @Override
    public void close() {
        sessions.close();
        owner.close();
    }
}

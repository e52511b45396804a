package dev.switchback.postgresql;

import dev.switchback.provision.DatabaseOperations;
import dev.switchback.provision.ServerAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases on a PostgreSQL server. */
final class PostgresDatabases implements DatabaseOperations {

    private static final String SHARED_STATE =
            """
            SELECT md5(concat_ws('/',
                (SELECT string_agg(concat_ws(' ', oid, rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin,
                        rolreplication, rolbypassrls, rolconnlimit, rolvaliduntil), ',' ORDER BY oid) FROM pg_roles),
                (SELECT string_agg(to_jsonb(m)::text, ',' ORDER BY roleid, member, grantor) FROM pg_auth_members m),
                (SELECT string_agg(s::text, ',' ORDER BY setdatabase, setrole) FROM pg_db_role_setting s
                  WHERE setdatabase NOT IN (SELECT oid FROM pg_database WHERE starts_with(datname, 'switchback_'))),
                (SELECT string_agg(t::text, ',' ORDER BY oid) FROM pg_tablespace t),
                (SELECT string_agg(d::text, ',' ORDER BY classoid, objoid) FROM pg_shdescription d
                  WHERE classoid <> 'pg_database'::regclass),
                (SELECT string_agg(name || setting, ',' ORDER BY name) FROM pg_file_settings WHERE sourcefile LIKE '%auto.conf'),
                (SELECT count(*) FROM pg_database WHERE NOT starts_with(datname, 'switchback_')),
                (SELECT string_agg(roname, ',' ORDER BY roname) FROM pg_replication_origin),
                (SELECT query_to_xml('SELECT * FROM pg_parameter_acl ORDER BY oid', false, false, '')::text
                  WHERE to_regclass('pg_catalog.pg_parameter_acl') IS NOT NULL),
                (SELECT count(*) FROM pg_replication_slots),
                (SELECT count(*) FROM pg_shseclabel)))
            """;

    private static final String IN_USE = "55006";

    /** Perhaps to end another role's session, which may be about to leave. */
    private static final String NOT_ALLOWED = "42501";

    /** The object is of another kind than those that can be dropped. */
    private static final String IS_TEMPLATE = "42809";

    private final AdminSessions sessions;
    private final DropObstacles obstacles;
    private final String strategy;

    /** @param strategy an option of CREATE DATABASE with a blank before it, or empty */
    PostgresDatabases(AdminSessions sessions, ServerAddress address, String strategy) {
        this.sessions = sessions;
        this.obstacles = new DropObstacles(address);
        this.strategy = strategy;
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
    public List<String> named(String beginning) {
        return sessions.run("look for databases named " + beginning, connection -> {
            String sql = "SELECT datname FROM pg_database WHERE starts_with(datname, ?) ORDER BY oid DESC";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, beginning);
                ResultSet rows = statement.executeQuery();
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        });
    }

    @Override
    public void rename(String database, String name) {
        sessions.execute(
                "rename database " + database,
                "ALTER DATABASE " + SqlName.quote(database) + " RENAME TO " + SqlName.quote(name));
    }

    @Override
    public void refuseWrites(String database) {
        sessions.execute(
                "protect database " + database,
                "ALTER DATABASE " + SqlName.quote(database) + " SET default_transaction_read_only = on");
    }

    /** A digest of the roles, their members and settings, and of tablespaces and what is said about them. */
    String sharedState() {
        return sessions.run("read what databases share", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(SHARED_STATE)) {
                return row.next() ? row.getString(1) : "";
            }
        });
    }

    @Override
    public void drop(String database) {
        String sql = "DROP DATABASE IF EXISTS " + SqlName.quote(database) + " WITH (FORCE)";
        sessions.run("drop database " + database, connection -> {
            DatabaseSessions.awaitLeaving(connection, database);
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            } catch (SQLException e) {
                if (!release(database, String.valueOf(e.getSQLState()), connection)) {
                    throw e;
                }
            }
            try (Statement again = connection.createStatement()) {
                return again.execute(sql);
            }
        });
    }

    /** Ends what keeps a database, or waits for it where that is another role's session; false if there is nothing of that kind. */
    private boolean release(String database, String refusal, Connection administrator) throws SQLException {
        switch (refusal) {
            case IN_USE -> {
                return obstacles.remove(database, administrator);
            }
            case NOT_ALLOWED -> {
                DatabaseSessions.awaitNone(administrator, database);
                return true;
            }
            case IS_TEMPLATE -> {
                try (Statement statement = administrator.createStatement()) {
                    statement.execute("ALTER DATABASE " + SqlName.quote(database) + " IS_TEMPLATE false");
                }
                return true;
            }
            default -> {
                return false;
            }
        }
    }
}

package dev.switchback.postgresql;

import dev.switchback.provision.DatabaseOperations;
import java.sql.Statement;

/** Databases on a PostgreSQL server. */
final class PostgresDatabases implements DatabaseOperations {

    private final AdminSessions sessions;
    private final String strategy;

    /** @param strategy an option of CREATE DATABASE with a blank before it, or empty */
    PostgresDatabases(AdminSessions sessions, String strategy) {
        this.sessions = sessions;
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
    public void drop(String database) {
        sessions.execute(
                "drop database " + database, "DROP DATABASE IF EXISTS " + SqlName.quote(database) + " WITH (FORCE)");
    }
}

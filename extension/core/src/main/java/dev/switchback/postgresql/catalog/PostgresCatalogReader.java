package dev.switchback.postgresql.catalog;

import dev.switchback.schema.CatalogReader;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaException;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SchemaTracker;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the schema of PostgreSQL 14 and newer. */
public final class PostgresCatalogReader implements CatalogReader {

    /** The product, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    public static final String PRODUCT = "PostgreSQL";

    static final int OLDEST = 14;

    private static final List<String> NOT_INSPECTED = List.of(
            "databases: settings, owner, comment and grants of the database itself",
            "columns, comments and definitions of what the server brings, such as functions in pg_catalog, and grants in information_schema",
            "contents of large objects",
            "names and comments of the NOT NULL constraints of domains",
            "options of user mappings, which hold passwords, and connection strings of subscriptions",
            "positions of sequences, which are rows",
            "operators that are named by others and not defined",
            "roles, tablespaces, replication slots and origins, event trigger settings and server configuration",
            "rows of materialized views, which are those of the last REFRESH",
            "security labels",
            "subscripting functions of base types");

    @Override
    public Schema read(Connection connection) throws SQLException {
        try {
            return readOnce(connection);
        } catch (SQLException e) {
            throw DeniedCatalogs.explained(e, connection);
        }
    }

    private Schema readOnce(Connection connection) throws SQLException {
        try (ReadSession session = ReadSession.open(connection);
                Statement statement = session.statement()) {
            int version = version(connection);
            String origin = origin(statement);
            List<SchemaObject> objects = new ArrayList<>();
            List<ServerQuery> queries = CatalogQueries.of(version);
            StatementBatch promising = new StatementBatch();
            for (int number : QueryProbe.promising(statement, queries)) {
                promising.add(
                        queries.get(number).all(),
                        rows -> ObjectRows.map(rows, (relation, object) -> objects.add(object)));
            }
            promising.run(connection);
            return Schema.of(PRODUCT, origin, objects, NOT_INSPECTED);
        }
    }

    @Override
    public SchemaTracker track(Connection connection, Optional<SchemaTracker.Known> known) throws SQLException {
        int version = version(connection);
        ReadSession.settle(connection);
        try (Statement statement = connection.createStatement()) {
            Schema nothing = Schema.of(PRODUCT, origin(statement), List.of(), NOT_INSPECTED);
            CatalogTracker tracker = new CatalogTracker(connection, version, nothing);
            known.ifPresent(tracker::beginWith);
            return tracker;
        }
    }

    @Override
    public List<SchemaObject> dependents(Connection connection, Schema schema, Collection<SchemaObject> objects)
            throws SQLException {
        return DependentObjects.of(connection, schema, objects);
    }

    private static int version(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() < OLDEST) {
            throw new SchemaException("PostgreSQL %s is too old: its schema can be read from version %s on."
                    .formatted(server.getDatabaseProductVersion(), OLDEST));
        }
        return server.getDatabaseMajorVersion();
    }

    /**
     * With the start of the server, because a copied data directory has the system identifier of its original. Some
     * hosts keep the function to themselves.
     */
    private static String origin(Statement statement) throws SQLException {
        String mayAsk = "select has_function_privilege('pg_control_system()', 'execute')";
        try (ResultSet row = statement.executeQuery(mayAsk)) {
            if (!row.next() || !row.getBoolean(1)) {
                return "";
            }
        }
        String sql =
                """
                select c.system_identifier || ':' || d.oid || ':' || extract(epoch from pg_postmaster_start_time())
                from pg_control_system() c, pg_database d where d.datname = current_database()""";
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}

package dev.switchback.postgresql.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A session that asks the same queries many times: each is prepared once, and all that are due are sent together. */
final class CatalogSession {

    /** Those that many statements write and that are read from end to end. */
    private static final String VACUUM =
            """
            vacuum (index_cleanup on, process_toast off) pg_class, pg_attribute, pg_attrdef, pg_index, pg_constraint,
              pg_depend, pg_type, pg_description, pg_trigger, pg_proc, pg_rewrite, pg_sequence""";

    private final Connection connection;
    private final List<ServerQuery> queries;
    private final VersionsQuery versions;
    private final PreparedSql prepared;

    CatalogSession(Connection connection, int version) {
        this.connection = connection;
        this.queries = CatalogQueries.of(version);
        this.versions = VersionsQuery.of(version);
        this.prepared = new PreparedSql(connection, "switchback_catalog_");
    }

    /** Is handed what one query found. */
    interface Sink {

        void accept(int query, ResultSet rows) throws SQLException;
    }

    CatalogVersions versions() throws SQLException {
        return read(versions.parts(), CatalogVersions.NONE);
    }

    /** Asks again only for the catalogs that were written. */
    CatalogVersions versions(Set<String> written, CatalogVersions earlier) throws SQLException {
        return read(versions.partsOf(written), earlier);
    }

    private CatalogVersions read(Set<Integer> parts, CatalogVersions earlier) throws SQLException {
        Map<Integer, Map<CatalogVersions.Group, CatalogVersions.Version>> fresh = new HashMap<>();
        StatementBatch calls = new StatementBatch();
        for (int part : parts) {
            calls.add(
                    part == VersionsQuery.COLUMNS
                            ? prepared.call(versions.sql(part), "(int8)", "(" + earlier.newestOfColumns() + ")")
                            : prepared.call(versions.sql(part)),
                    rows -> fresh.put(part, CatalogVersions.read(rows)));
        }
        calls.run(connection);
        return earlier.with(fresh);
    }

    /** Frees the catalogs of rows that nobody sees any more. */
    void vacuum() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(VACUUM);
        }
    }

    /** Reads dependents with one of the queries for them. */
    Dependents dependents(String query, Collection<Long> relations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return Dependents.read(statement, prepared.call(query, relations));
        }
    }

    /**
     * Runs queries.
     *
     * @param due their numbers, and what those are asked for whose objects belong to relations
     */
    void some(Map<Integer, Set<Long>> due, Sink sink) throws SQLException {
        StatementBatch calls = new StatementBatch();
        for (Map.Entry<Integer, Set<Long>> entry : due.entrySet()) {
            int number = entry.getKey();
            ServerQuery query = queries.get(number);
            calls.add(
                    query.some().isPresent()
                            ? prepared.call(query.some().get(), entry.getValue())
                            : prepared.call(query.all()),
                    rows -> sink.accept(number, rows));
        }
        calls.run(connection);
    }

    /** Runs all queries that can find anything. */
    void all(Sink sink) throws SQLException {
        StatementBatch calls = new StatementBatch();
        for (int number : promising()) {
            calls.add(prepared.call(queries.get(number).all()), rows -> sink.accept(number, rows));
        }
        calls.run(connection);
    }

    private List<Integer> promising() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return QueryProbe.promising(statement, queries);
        }
    }
}

package dev.switchback.postgresql.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A session that asks the same queries many times: each is prepared once, and all that are due are sent together. */
final class CatalogSession {

    private final Connection connection;
    private final List<ServerQuery> queries;
    private final String versionsQuery;
    private final Set<String> prepared = new HashSet<>();

    CatalogSession(Connection connection, int version) {
        this.connection = connection;
        this.queries = CatalogQueries.of(version);
        this.versionsQuery = VersionsQuery.of(version);
    }

    /** Is handed what one query found. */
    interface Sink {

        void accept(int query, ResultSet rows) throws SQLException;
    }

    CatalogVersions versions() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return CatalogVersions.read(statement, call("versions", versionsQuery));
        }
    }

    Dependents dependentsOf(Collection<Long> relations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return Dependents.read(statement, call("dependents", Dependents.QUERY, relations));
        }
    }

    /**
     * Runs queries.
     *
     * @param due the numbers of the queries
     * @param relations what those are asked for whose objects belong to relations
     */
    void some(List<Integer> due, Collection<Long> relations, Sink sink) throws SQLException {
        List<String> calls = new ArrayList<>();
        for (int number : due) {
            Optional<String> ofRelations = queries.get(number).some();
            calls.add(
                    ofRelations.isPresent()
                            ? call("some_" + number, ofRelations.get(), relations)
                            : call("all_" + number, queries.get(number).all()));
        }
        run(due, calls, sink);
    }

    void all(List<Integer> due, Sink sink) throws SQLException {
        List<String> calls = new ArrayList<>();
        for (int number : due) {
            calls.add(call("all_" + number, queries.get(number).all()));
        }
        run(due, calls, sink);
    }

    private void run(List<Integer> due, List<String> calls, Sink sink) throws SQLException {
        if (due.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.join(";\n", calls));
            for (int number : due) {
                sink.accept(number, statement.getResultSet());
                statement.getMoreResults();
            }
        }
    }

    private String call(String name, String sql) throws SQLException {
        prepare(name, "", sql);
        return "execute switchback_" + name;
    }

    private String call(String name, String sql, Collection<Long> relations) throws SQLException {
        prepare(name, "(oid[])", sql);
        return relations.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "execute switchback_" + name + "('{", "}')"));
    }

    private void prepare(String name, String parameters, String sql) throws SQLException {
        if (prepared.add(name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("prepare switchback_" + name + parameters + " as " + sql);
            }
        }
    }
}

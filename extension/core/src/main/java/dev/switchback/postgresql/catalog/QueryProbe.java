package dev.switchback.postgresql.catalog;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A question that goes before a whole reading: which of the queries can find anything. Few databases have an operator or a text
 * search of their own, and to plan a query takes the server longer than to find nothing.
 */
final class QueryProbe {

    private QueryProbe() {}

    /** One row with a truth for each query. */
    private static String sql(List<ServerQuery> queries) {
        return queries.stream().map(QueryProbe::condition).collect(joining(", ", "select ", ""));
    }

    private static String condition(ServerQuery query) {
        return query.preconditions().isEmpty() ? "true" : String.join(" or ", query.preconditions());
    }

    /** The numbers of the queries that can, in their order. */
    static List<Integer> promising(Statement statement, List<ServerQuery> queries) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (ResultSet answer = statement.executeQuery(sql(queries))) {
            answer.next();
            for (int number = 0; number < queries.size(); number++) {
                if (answer.getBoolean(number + 1)) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }
}

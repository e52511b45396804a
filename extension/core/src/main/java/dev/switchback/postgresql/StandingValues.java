package dev.switchback.postgresql;

import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.postgresql.SequenceUses.Use;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells how far a sequence can go back without giving a value that a standing row holds. Tables whose rows are what they were
 * hold none that the sequence has given since.
 *
 * <p>Where a column holds the value itself, rows are asked for it. Where a default computes something from it, it is computed
 * for each value that the sequence has given since, and looked for among the rows; what may write while it computes is refused
 * by the transaction, which only reads.
 */
final class StandingValues {

    /** Of more values a sequence is not asked one by one. */
    private static final BigInteger MOST = BigInteger.valueOf(10_000);

    private static final Pattern CALL =
            Pattern.compile("nextval\\((?:'(?:[^']|'')*'::regclass|\\('(?:[^']|'')*'::text\\)::regclass)\\)");

    private static final String VALUE = "(switchback_series.value)";

    private final Connection connection;
    private final RowSnapshot now;
    private final RowSnapshot before;

    StandingValues(Connection connection, RowSnapshot now, RowSnapshot before) {
        this.connection = connection;
        this.now = now;
        this.before = before;
    }

    /**
     * Where a sequence can be put, on its way from one position back to another.
     *
     * @param sequence its identity
     */
    RowSnapshot.Position limit(long sequence, RowSnapshot.Position back, RowSnapshot.Position from)
            throws SQLException {
        boolean wentBack = back.ascending() ? from.value() < back.value() : from.value() > back.value();
        if (wentBack && !back.cycles()) {
            return back;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN READ ONLY; SET LOCAL row_security = off");
            try {
                return limit(new Given(increment(sequence, statement), back, from), sequence, statement);
            } catch (SQLException notToBeTold) {
                return from;
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }

    /** The values that the sequence has given since, the first and the last of them. */
    private record Given(long increment, RowSnapshot.Position back, RowSnapshot.Position from) {

        BigInteger first() {
            BigInteger value = BigInteger.valueOf(back.value());
            return back.called() ? value.add(BigInteger.valueOf(increment)) : value;
        }

        BigInteger last() {
            BigInteger value = BigInteger.valueOf(from.value());
            return from.called() ? value : value.subtract(BigInteger.valueOf(increment));
        }

        boolean isAscending() {
            return increment > 0;
        }

        /** Whether it has begun anew at its end, so that there is no first and no last. */
        boolean hasBegunAnew() {
            return back.cycles() && (isAscending() ? from.value() < back.value() : from.value() > back.value());
        }

        boolean isNone() {
            return !hasBegunAnew() && count().signum() <= 0;
        }

        BigInteger count() {
            return last().subtract(first())
                    .divide(BigInteger.valueOf(increment))
                    .add(BigInteger.ONE);
        }
    }

    private RowSnapshot.Position limit(Given given, long sequence, Statement statement) throws SQLException {
        if (given.isNone()) {
            return given.back();
        }
        Optional<BigInteger> furthest = Optional.empty();
        for (Use use : SequenceUses.of(sequence, connection)) {
            if (isAsItWas(use)) {
                continue;
            }
            Optional<String> query = given.hasBegunAnew() ? Optional.empty() : query(use, given);
            if (query.isEmpty()) {
                return given.from();
            }
            Optional<BigInteger> held = value(query.get(), statement);
            furthest = furthest.isEmpty()
                    ? held
                    : furthest.map(known ->
                            held.map(value -> further(known, value, given)).orElse(known));
        }
        return furthest.map(value -> value.equals(given.last())
                        ? given.from()
                        : new RowSnapshot.Position(
                                value.longValueExact(),
                                true,
                                given.back().ascending(),
                                given.back().cycles()))
                .orElse(given.back());
    }

    private static BigInteger further(BigInteger one, BigInteger other, Given given) {
        return given.isAscending() ? one.max(other) : one.min(other);
    }

    private boolean isAsItWas(Use use) {
        return use.holders().stream()
                .allMatch(table -> now.tables().containsKey(table)
                        && now.tables().get(table).equals(before.tables().get(table)));
    }

    /** Asks for the furthest value that stands; empty if it cannot be asked. */
    private static Optional<String> query(Use use, Given given) {
        Matcher call = CALL.matcher(use.expression());
        if (use.isNumber() && (use.expression().isEmpty() || call.matches())) {
            return Optional.of(asNumber(use, given));
        }
        String computed = call.replaceFirst(Matcher.quoteReplacement(VALUE));
        return use.expression().isEmpty()
                        || computed.contains("nextval(")
                        || given.count().compareTo(MOST) > 0
                ? Optional.empty()
                : Optional.of(asComputed(use, computed, given));
    }

    private static String asNumber(Use use, Given given) {
        return """
               SELECT %s(%s::numeric) FROM %s
                WHERE %s BETWEEN %s AND %s AND (%s::numeric - %s) %% %s = 0"""
                .formatted(
                        given.isAscending() ? "max" : "min",
                        use.column(),
                        use.table(),
                        use.column(),
                        given.first().min(given.last()),
                        given.first().max(given.last()),
                        use.column(),
                        given.first(),
                        given.increment());
    }

    private static String asComputed(Use use, String expression, Given given) {
        return """
               SELECT %s(computed.value)
                 FROM (SELECT value, ((%s)::%s)::text AS text
                         FROM generate_series(%s::bigint, %s::bigint, %s::bigint) AS switchback_series (value)) computed
                WHERE computed.text IN (SELECT %s::text FROM %s)"""
                .formatted(
                        given.isAscending() ? "max" : "min",
                        expression,
                        use.type(),
                        given.first(),
                        given.last(),
                        given.increment(),
                        use.column(),
                        use.table());
    }

    private static Optional<BigInteger> value(String query, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Optional.ofNullable(row.getBigDecimal(1)).map(value -> value.toBigIntegerExact());
        }
    }

    private static long increment(long sequence, Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT seqincrement FROM pg_sequence WHERE seqrelid = " + sequence)) {
            row.next();
            return row.getLong(1);
        }
    }
}

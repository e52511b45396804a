package dev.switchback.assertions;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.FixtureRow;
import dev.switchback.fixture.Seeded;
import dev.switchback.fixture.expected.ExpectedRows;
import dev.switchback.fixture.expected.RowsMismatch;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Looks at the rows of a table, over a connection of its own. */
final class AssertedRows {

    private AssertedRows() {}

    static long count(ExpectedTableRows rows) {
        return with(rows, connection -> {
            Schema schema = Schema.read(connection);
            ExpectedRows.requireColumns(rows.ignored(), List.of(schema.table(rows.table())));
            ObjectName name = schema.table(rows.table()).object().name();
            return DSL.using(connection).fetchCount(DSL.table(DSL.name(name.schema(), name.name())));
        });
    }

    static Optional<Mismatch> compare(ExpectedTableRows rows, ExpectedRows expected) {
        return with(
                rows, connection -> expected.compare(connection, rows.seeded(), Clock.systemUTC(), "the expected ones")
                        .map(AssertedRows::mismatch));
    }

    static Optional<Mismatch> findAny(ExpectedTableRows rows, ExpectedRows unexpected) {
        return with(rows, connection -> unexpected
                .findAny(connection, rows.seeded(), Clock.systemUTC())
                .map(AssertedRows::mismatch));
    }

    /** In Java a label is no name for a new row: it must be known. */
    static void checkLabels(ExpectedTableRows rows, List<FixtureRow> expected) {
        Seeded seeded = rows.seeded();
        expected.stream()
                .map(FixtureRow::label)
                .filter(label -> !label.isEmpty())
                .forEach(label -> {
                    if (seeded.tables().isEmpty()) {
                        throw new IllegalArgumentException(
                                "'%s' is the label of a row, but what was seeded is not known here. Say it with assertThat(database).with(seeded)."
                                        .formatted(label));
                    }
                    seeded.key(rows.table(), label);
                });
    }

    private static Mismatch mismatch(RowsMismatch rows) {
        return new Mismatch(rows.message(), rows.expected(), rows.actual());
    }

    /** Asks something over a connection. */
    @FunctionalInterface
    private interface Question<T> {

        T to(Connection connection) throws SQLException;
    }

    private static <T> T with(ExpectedTableRows rows, Question<T> question) {
        try (Connection connection = rows.database().getConnection()) {
            return question.to(connection);
        } catch (SQLException e) {
            throw new FixtureException("The rows of %s cannot be read: %s".formatted(rows.table(), e.getMessage()), e);
        }
    }
}

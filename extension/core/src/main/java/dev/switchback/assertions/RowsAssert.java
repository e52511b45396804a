package dev.switchback.assertions;

import dev.switchback.fixture.FixtureRow;
import dev.switchback.fixture.FixtureTable;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.RowPattern;
import dev.switchback.fixture.SourceLocation;
import dev.switchback.fixture.expected.ExpectedRows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the rows of one table.
 *
 * <p>Rows are compared as {@link ExpectedRows} says: each says as many columns as it wants to, in any order. All that differs is
 * told at once.
 */
public class RowsAssert extends AbstractAssert<RowsAssert, Object> {

    private final ExpectedTableRows rows;
    private @Nullable DatabaseAssert origin;

    RowsAssert(Object actual) {
        super(actual, RowsAssert.class);
        rows = (ExpectedTableRows) actual;
    }

    void reachedFrom(DatabaseAssert database) {
        origin = database;
        as(database.descriptionText().isEmpty() ? "table " + rows.table() : database.descriptionText());
    }

    /** Has so many rows. */
    public RowsAssert hasRowCount(long expected) {
        long actual = AssertedRows.count(rows);
        return check(
                actual == expected
                        ? Optional.empty()
                        : Optional.of(new Mismatch(
                                "Expecting %s, but there %s."
                                        .formatted(inWords(expected), (actual == 1 ? "is " : "are ") + actual),
                                Long.toString(expected),
                                Long.toString(actual))));
    }

    /** Has no row. */
    public RowsAssert isEmpty() {
        return check(AssertedRows.compare(rows, expected(List.of())));
    }

    /** Has a row at least. */
    public RowsAssert isNotEmpty() {
        return check(
                AssertedRows.count(rows) > 0
                        ? Optional.empty()
                        : Optional.of(new Mismatch("Expecting rows, but there are none.", "rows", "none")));
    }

    /**
     * Has these rows and no others.
     *
     * @throws IllegalArgumentException if no row of such a label was seeded, with the labels nearest to it
     */
    public RowsAssert containsOnly(RowPattern... expected) {
        return check(AssertedRows.compare(rows, patterns(expected)));
    }

    /** Has the rows of this table that the fixtures have, and no others: {@code containsOnly(Fixtures.load("after.yaml"))}. */
    public RowsAssert containsOnly(Fixtures expected) {
        return check(AssertedRows.compare(rows, only(expected)));
    }

    /** Has these rows, and maybe others. */
    public RowsAssert contains(RowPattern... expected) {
        return check(AssertedRows.compare(rows, patterns(expected).orMore()));
    }

    /** Has the rows of this table that the fixtures have, and maybe others. */
    public RowsAssert contains(Fixtures expected) {
        return check(AssertedRows.compare(rows, only(expected).orMore()));
    }

    /** Has none of these rows. */
    public RowsAssert doesNotContain(RowPattern... unexpected) {
        return check(AssertedRows.findAny(rows, patterns(unexpected)));
    }

    /**
     * Leaves columns out of the comparisons that follow.
     *
     * @throws IllegalArgumentException if none is named; one that the table does not have is told by the comparison
     */
    public RowsAssert ignoring(String... columns) {
        ArgumentChecks.names("column", columns);
        DatabaseAssert database = and();
        return database.rows(new ExpectedTableRows(
                rows.database(),
                rows.table(),
                rows.seeded(),
                Stream.concat(rows.ignored().stream(), Stream.of(columns)).toList()));
    }

    /** Goes back to the database. */
    public DatabaseAssert and() {
        return origin == null ? new DatabaseAssert(rows.database()) : origin;
    }

    private ExpectedRows patterns(RowPattern... patterns) {
        return expected(Stream.of(ArgumentChecks.some("row", patterns))
                .map(RowPattern::toRow)
                .toList());
    }

    private ExpectedRows only(Fixtures fixtures) {
        List<FixtureTable> tables = fixtures.parts().stream()
                .filter(FixtureTable.class::isInstance)
                .map(FixtureTable.class::cast)
                .filter(table -> table.isCalled(name -> QualifiedNames.same(name, rows.table())))
                .toList();
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("The fixtures that are expected do not name the table %s. They name %s."
                    .formatted(
                            rows.table(),
                            fixtures.parts().stream()
                                    .filter(FixtureTable.class::isInstance)
                                    .map(part -> ((FixtureTable) part).name())
                                    .toList()));
        }
        return ExpectedRows.of(Fixtures.of(tables)).without(rows.ignored());
    }

    private ExpectedRows expected(List<FixtureRow> expected) {
        AssertedRows.checkLabels(rows, expected);
        FixtureTable table = new FixtureTable(rows.table(), expected, List.of(), SourceLocation.UNKNOWN);
        return ExpectedRows.of(Fixtures.of(List.of(table))).without(rows.ignored());
    }

    private RowsAssert check(Optional<Mismatch> mismatch) {
        mismatch.ifPresent(
                wrong -> failWithActualExpectedAndMessage(wrong.actual(), wrong.expected(), "%s", wrong.message()));
        return this;
    }

    private static String inWords(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}

package dev.switchback.assertions;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.SeedSettings;
import dev.switchback.fixture.Seeded;
import dev.switchback.fixture.expected.ExpectedRows;
import dev.switchback.schema.orphans.DeclaredRelation;
import dev.switchback.schema.rules.FrozenViolations;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Assertions on the rows of a database, over a connection of their own: what is not committed is not seen. */
public class DatabaseAssert extends AbstractAssert<DatabaseAssert, DataSource> {

    private @Nullable Seeded seeded;
    private @Nullable SoftAssertionsProvider soft;

    /** Begins assertions; see {@link SwitchbackAssertions#assertThat(DataSource)}. */
    public DatabaseAssert(DataSource actual) {
        super(actual, DatabaseAssert.class);
    }

    /**
     * Fails if a row refers by a foreign key to a row that is not there: because the key is not validated or not enforced, or
     * was switched off while the row was written.
     *
     * @throws dev.switchback.schema.SchemaException if the rows cannot be read
     */
    public DatabaseAssert hasNoOrphans() {
        return hasNoOrphans(List.of());
    }

    /**
     * Fails if a row refers to a row that is not there, by these relations and no others.
     *
     * @param relations see {@link SwitchbackAssertions#relation}
     * @throws IllegalArgumentException if a table or a column is not there, with the names nearest to it
     * @throws dev.switchback.schema.SchemaException if the rows cannot be read or compared
     */
    public DatabaseAssert hasNoOrphans(DeclaredRelation first, DeclaredRelation... relations) {
        return hasNoOrphans(
                Stream.concat(Stream.of(first), Stream.of(relations)).toList());
    }

    /**
     * Fails if a row refers to a row that is not there, but for the foreign keys or relations that a file lists; how many
     * rows they have does not matter.
     *
     * @param frozen see {@link SwitchbackAssertions#frozenIn(String)}
     * @param relations these and no others; none to look at all foreign keys
     * @throws IllegalArgumentException if a table or a column is not there, with the names nearest to it
     * @throws dev.switchback.schema.SchemaException if the rows cannot be read or compared, the file cannot be read or
     *     written, or it holds something else
     */
    public DatabaseAssert hasNoOrphans(FrozenViolations frozen, DeclaredRelation... relations) {
        isNotNull();
        return check(OrphanText.mismatch(actual, frozen, List.of(relations)));
    }

    /**
     * The rows that labels refer to, for a data source other than those that tests with {@code @SeededFixtures} get, which know
     * them themselves.
     */
    public DatabaseAssert with(Seeded rows) {
        seeded = rows;
        return this;
    }

    /**
     * Goes to the rows of a table.
     *
     * @param name {@code orders} or {@code public.orders}; a name that no table has is told when rows are looked at
     */
    public RowsAssert table(String name) {
        isNotNull();
        ArgumentChecks.text("table", name);
        return rows(new ExpectedTableRows(actual, name, seeded(), List.of()));
    }

    /** Goes to the rows of a table that jOOQ generated a class for. */
    public RowsAssert table(Table<?> table) {
        return table(String.join(".", table.getQualifiedName().getName()));
    }

    /** The tables that these fixtures name have their rows and no others; all that differs is told at once. */
    public DatabaseAssert containsOnly(Fixtures expected) {
        return compare(ExpectedRows.of(expected));
    }

    /** The tables that these fixtures name have their rows, and maybe others. */
    public DatabaseAssert contains(Fixtures expected) {
        return compare(ExpectedRows.of(expected).orMore());
    }

    private DatabaseAssert compare(ExpectedRows expected) {
        isNotNull();
        return check(
                AssertedRows.compare(new ExpectedTableRows(actual, "the database", seeded(), List.of()), expected));
    }

    RowsAssert rows(ExpectedTableRows rows) {
        SoftAssertionsProvider collector = soft;
        RowsAssert next =
                collector == null ? new RowsAssert(rows) : collector.proxy(RowsAssert.class, Object.class, rows);
        next.reachedFrom(this);
        return next;
    }

    void collectInto(SoftAssertionsProvider collector) {
        soft = collector;
    }

    private Seeded seeded() {
        Seeded said = seeded;
        try {
            return said != null
                    ? said
                    : actual.isWrapperFor(Seeded.class)
                            ? actual.unwrap(Seeded.class)
                            : Seeded.none(SeedSettings.defaults());
        } catch (SQLException e) {
            throw new FixtureException("The data source does not say what it wraps: " + e.getMessage(), e);
        }
    }

    private DatabaseAssert hasNoOrphans(List<DeclaredRelation> relations) {
        isNotNull();
        return check(OrphanText.mismatch(actual, relations));
    }

    private DatabaseAssert check(Optional<Mismatch> mismatch) {
        mismatch.ifPresent(
                wrong -> failWithActualExpectedAndMessage(wrong.actual(), wrong.expected(), "%s", wrong.message()));
        return this;
    }
}

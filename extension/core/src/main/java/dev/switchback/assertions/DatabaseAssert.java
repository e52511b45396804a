package dev.switchback.assertions;

import dev.switchback.schema.orphans.Relation;
import dev.switchback.schema.rules.FrozenViolations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the rows of a database, over a connection of their own: what is not committed is not seen. To be called. */
public class DatabaseAssert extends AbstractAssert<DatabaseAssert, DataSource> {

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
    public DatabaseAssert hasNoOrphans(Relation first, Relation... relations) {
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
    public DatabaseAssert hasNoOrphans(FrozenViolations frozen, Relation... relations) {
        isNotNull();
        return check(OrphanText.mismatch(actual, frozen, List.of(relations)));
    }

    private DatabaseAssert hasNoOrphans(List<Relation> relations) {
        isNotNull();
        return check(OrphanText.mismatch(actual, relations));
    }

    private DatabaseAssert check(Optional<Mismatch> mismatch) {
        mismatch.ifPresent(
                wrong -> failWithActualExpectedAndMessage(wrong.actual(), wrong.expected(), "%s", wrong.message()));
        return this;
    }
}

package dev.switchback.migration.drift;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.schema.Change;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The differences between a database and the schema that its migrations make:
 *
 * <pre>{@code
 * Drift drift = Drift.between(production, flyway);     // flyway has an empty database of its own
 * if (!drift.isEmpty()) {
 *     System.out.println(drift);
 * }
 * }</pre>
 *
 * <p>The migrations run on another, empty database, exactly those that Flyway's history of the first says it has had; so a
 * database that is some versions behind has not drifted. Another order of columns, and what differs only in its layout,
 * is left aside and said in a remark.
 *
 * @param diff from the schema that the migrations made to the schema that is there
 * @param version the newest version that is applied there; empty if none is
 * @param pending the versioned migrations that are not applied there, in order
 * @param remarks notes for the reader beside the differences, a sentence or two each
 */
public record Drift(SchemaDiff diff, String version, List<Migration> pending, List<String> remarks) {

    public Drift {
        pending = List.copyOf(pending);
        remarks = List.copyOf(remarks);
    }

    /**
     * Compares a database with its migrations. Only reads the database; runs the migrations where Flyway is at home.
     *
     * @param database holds Flyway's history, in the table that the configuration names
     * @param migrations a Flyway with the migrations and an empty database, which is another one
     * @throws MigrationsException if the database has no such history, if Flyway's own is not empty, or if a migration fails
     * @throws dev.switchback.schema.SchemaException if a schema cannot be read
     */
    public static Drift between(DataSource database, Flyway migrations) {
        return DriftRun.between(database, migrations.getConfiguration());
    }

    /** Whether the database is what its migrations make. */
    public boolean isEmpty() {
        return diff.isEmpty();
    }

    /**
     * The same comparison without objects that others than the migrations care for, such as an extension's or those of a
     * monitoring tool.
     *
     * @param patterns as for {@link dev.switchback.schema.Schema#without(String...)}
     */
    public Drift without(String... patterns) {
        SchemaDiff fewer =
                SchemaDiff.between(diff.before().without(patterns), diff.after().without(patterns));
        return with(fewer.only(diff.changes()::contains));
    }

    /** The same comparison with only those differences that a test selects. */
    public Drift only(Predicate<Change> test) {
        return with(diff.only(test));
    }

    private Drift with(SchemaDiff other) {
        return new Drift(other, version, pending, remarks);
    }

    /** The whole of it for a reader. */
    @Override
    public String toString() {
        return DriftText.of(this);
    }
}

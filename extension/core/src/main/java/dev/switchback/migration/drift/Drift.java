package dev.switchback.migration.drift;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.schema.Change;
import dev.switchback.schema.ExcludedObjects;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The difference between a database and its migrations: the objects that they did not make, and those that it lacks:
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
 * <p>Made by Switchback only, so that it may say more in later versions.
 */
public final class Drift {

    private final SchemaDiff diff;
    private final String version;
    private final List<Migration> pending;
    private final List<String> remarks;

    Drift(SchemaDiff diff, String version, List<Migration> pending, List<String> remarks) {
        this.diff = diff;
        this.version = version;
        this.pending = List.copyOf(pending);
        this.remarks = List.copyOf(remarks);
    }

    /** From the schema that the migrations made to the schema that is there. */
    public SchemaDiff diff() {
        return diff;
    }

    /** The newest version that is applied there; empty if none is. */
    public String version() {
        return version;
    }

    /** The versioned migrations that are not applied there, in order. */
    public List<Migration> pending() {
        return pending;
    }

    /** Remarks beside the differences, a sentence or two each. */
    public List<String> remarks() {
        return remarks;
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
     * monitoring tool. A pattern that no object matches is told in a remark: a monitoring tool need not be everywhere.
     *
     * @param patterns as for {@link dev.switchback.schema.Schema#without(String...)}
     * @throws IllegalArgumentException if the patterns leave nothing to compare
     */
    public Drift without(String... patterns) {
        Schema before = diff.before().without(patterns);
        Schema after = diff.after().without(patterns);
        ExcludedObjects excluded = ExcludedObjects.by(List.of(patterns));
        excluded.see(diff.before(), before);
        excluded.see(diff.after(), after);
        if (excluded.leaveNothing()) {
            excluded.check();
        }
        SchemaDiff fewer = SchemaDiff.between(before, after).only(diff.changes()::contains);
        List<String> told =
                Stream.of(remarks, excluded.unmatched()).flatMap(List::stream).toList();
        return new Drift(fewer, version, pending, told);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Drift that
                && diff.equals(that.diff)
                && version.equals(that.version)
                && pending.equals(that.pending)
                && remarks.equals(that.remarks);
    }

    @Override
    public int hashCode() {
        return Objects.hash(diff, version, pending, remarks);
    }
}

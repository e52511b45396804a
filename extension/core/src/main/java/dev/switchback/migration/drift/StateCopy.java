package dev.switchback.migration.drift;

import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Takes an empty database to the state of another one, by running the migrations that the other one has had and giving it the same
 * history of them. Rows are not copied, and neither is what no migration made.
 */
@API(status = API.Status.INTERNAL)
public final class StateCopy {

    private StateCopy() {}

    /**
     * Makes the copy. The original is only read, in a transaction in which its server refuses to write.
     *
     * @param configuration has the empty database as its data source
     * @return the differences that are left
     * @throws MigrationsException if Flyway would refuse to migrate the original because it holds something and no history, or if
     *     what ran there does not run here
     */
    public static Drift make(DataSource original, Configuration configuration) {
        try (Connection there = original.getConnection();
                Connection here = configuration.getDataSource().getConnection()) {
            Original read = ReadOnlyTransaction.on(there, () -> Original.read(there, here, configuration));
            if (read.history().isEmpty()) {
                return untouched(read.schema(), configuration);
            }
            Drift drift = new DriftRun(configuration, read.history().get()).compare(there, here, read.schema());
            HistoryTable own = HistoryTable.of(configuration, configuration.getTable(), here);
            if (read.rows().isPresent()) {
                read.rows().get().replaceIn(own, here);
            } else {
                own.drop(here);
            }
            return drift;
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    private static Drift untouched(Schema empty, Configuration configuration) {
        return new Drift(
                SchemaDiff.between(empty, empty),
                "",
                ScriptScan.of(configuration, List.of(), configuration.getDataSource())
                        .migrations(),
                List.of());
    }

    /**
     * The other database.
     *
     * @param history empty if nothing has been applied
     * @param rows empty if there is no table of them
     */
    private record Original(Schema schema, Optional<AppliedHistory> history, Optional<HistoryRows> rows) {

        /** Reads it in the transaction that is open. */
        static Original read(Connection there, Connection here, Configuration configuration) throws SQLException {
            Schema schema = Schema.read(there);
            EmptyDatabaseCheck.check(Schema.read(here), schema);
            HistoryTable table = HistoryTable.of(configuration, configuration.getTable(), there);
            return table.exists(there)
                    ? new Original(
                            schema,
                            Optional.of(AppliedHistory.read(table, there)),
                            Optional.of(HistoryRows.read(table, there)))
                    : new Original(schema, withoutTable(table, schema, configuration), Optional.empty());
        }

        private static Optional<AppliedHistory> withoutTable(
                HistoryTable table, Schema schema, Configuration configuration) {
            List<SchemaObject> contents = EmptyDatabaseCheck.contents(schema);
            if (contents.isEmpty()) {
                return Optional.empty();
            }
            if (configuration.isBaselineOnMigrate()) {
                return Optional.of(AppliedHistory.ofBaseline(table, configuration.getBaselineVersion()));
            }
            throw new MigrationsException(
                    """
                    Flyway would refuse to migrate: the database holds %s, and has no table %s that says what was applied, or its role may not see it.

                    If the history is in another table or schema, configure Flyway with its table(...) or defaultSchema(...). If there is none, \
                    give it a baseline: flyway.baseline(), or baselineOnMigrate(true) with the version that the database is at."""
                            .formatted(contents.get(0).name(), table.qualifiedName()));
        }
    }
}

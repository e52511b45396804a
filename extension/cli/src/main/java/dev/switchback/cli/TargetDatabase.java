package dev.switchback.cli;

import dev.switchback.migration.Migration;
import dev.switchback.migration.Migrations;
import dev.switchback.migration.script.HistoryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that a command works on.
 *
 * @param source where it is
 * @param settings its migrations, with that data source
 * @param undo more locations of undo scripts
 */
record TargetDatabase(PGSimpleDataSource source, Configuration settings, List<String> undo) {

    TargetDatabase {
        undo = List.copyOf(undo);
    }

    Flyway flyway() {
        return new Flyway(settings);
    }

    Migrations migrations() {
        return migrations(settings);
    }

    /** The same migrations, by another way to the database. */
    Migrations migrations(DataSource way) {
        return migrations(configuration(way));
    }

    private Migrations migrations(Configuration configuration) {
        return Migrations.of(configuration).withUndo(undo.toArray(String[]::new));
    }

    /** The same migrations for another database. */
    Configuration configuration(DataSource other) {
        FluentConfiguration own = Flyway.configure(settings.getClassLoader()).configuration(settings);
        return own.dataSource(other);
    }

    HistoryTable historyTable(Connection connection) throws SQLException {
        return HistoryTable.of(settings, settings.getTable(), connection);
    }

    /** The newest migration that is applied. */
    static Optional<Migration> newest(List<Migration> applied) {
        return applied.stream()
                .max(Comparator.comparing(migration -> MigrationVersion.fromVersion(migration.version())));
    }
}

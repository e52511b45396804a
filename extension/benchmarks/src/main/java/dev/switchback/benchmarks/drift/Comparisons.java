package dev.switchback.benchmarks.drift;

import dev.switchback.benchmarks.catalog.Readings;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Set;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import schemacrawler.schema.Column;
import schemacrawler.schema.Table;

/** Each tool as its documentation shows it for two databases. The peers compare the schema {@code public} only. */
final class Comparisons {

    private Comparisons() {}

    static int switchback(Connection one, Connection other) {
        return SchemaDiff.between(Schema.read(one), Schema.read(other))
                .changes()
                .size();
    }

    /** Its {@code diff}, with every kind of object that the open-source edition knows. */
    static int liquibase(Connection one, Connection other) throws Exception {
        DiffResult result =
                DiffGeneratorFactory.getInstance().compare(database(one), database(other), new CompareControl());
        return result.getMissingObjects().size()
                + result.getUnexpectedObjects().size()
                + result.getChangedObjects().size();
    }

    private static Database database(Connection connection) throws Exception {
        return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
    }

    /** Its command {@code diff} is not published for this version, so its two catalogs are compared here, columns only. */
    static int schemaCrawler(Connection one, Connection other) {
        Set<String> first = columns(one);
        Set<String> second = columns(other);
        Set<String> differing = new HashSet<>(first);
        differing.addAll(second);
        first.retainAll(second);
        differing.removeAll(first);
        return differing.size();
    }

    private static Set<String> columns(Connection connection) {
        Set<String> columns = new HashSet<>();
        for (Table table : Readings.schemaCrawlerCatalog(connection).getTables()) {
            for (Column column : table.getColumns()) {
                columns.add(table.getName() + "." + column.getName() + " " + column.getColumnDataType() + " "
                        + column.getWidth() + " " + column.isNullable() + " " + column.getDefaultValue());
            }
        }
        return columns;
    }
}

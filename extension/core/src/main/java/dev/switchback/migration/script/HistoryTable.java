package dev.switchback.migration.script;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.configuration.Configuration;

/** A table of Flyway's own, in which it keeps what is applied. */
public record HistoryTable(String schema, String name) {

    /** Where Flyway puts the table: the default schema, else the first of the schemas, else the session's. */
    public static HistoryTable of(Configuration configuration, String name, Connection connection) throws SQLException {
        String schema = configuration.getDefaultSchema();
        if (schema == null && configuration.getSchemas().length > 0) {
            schema = configuration.getSchemas()[0];
        }
        return new HistoryTable(schema == null ? connection.getSchema() : schema, name);
    }

    public String qualifiedName() {
        return schema + "." + name;
    }

    /** All of it, in the order in which it came about. */
    public String select(Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return "SELECT * FROM %s ORDER BY %s".formatted(quoted(quote), quote + "installed_rank" + quote);
    }

    /** Throws all of it away, if it is executed. */
    public String deleteAll(Connection connection) throws SQLException {
        return "DELETE FROM " + quoted(connection.getMetaData().getIdentifierQuoteString());
    }

    /** Adds a row, if it is executed with the values of these columns. */
    public String insert(Connection connection, List<String> columns) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        quoted(quote),
                        columns.stream().map(column -> quote + column + quote).collect(Collectors.joining(", ")),
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    /** Whether this session sees it. */
    public boolean exists(Connection connection) throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(null, literally(schema, escape), literally(name, escape), new String[] {"TABLE"})) {
            return found.next();
        }
    }

    private static String literally(String name, String escape) {
        return name.replace("_", escape + "_").replace("%", escape + "%");
    }

    /** Takes a migration out of the history. */
    public void remove(Connection connection, String version) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        String sql = "DELETE FROM %s WHERE %s = ?".formatted(quoted(quote), quote + "version" + quote);
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, version);
            delete.executeUpdate();
        }
    }

    /** Forgets all migrations but those of some versions. */
    public void keepOnly(Connection connection, List<String> versions) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        String sql = "DELETE FROM %s WHERE %s IS NOT NULL AND %s NOT IN (%s)"
                .formatted(
                        quoted(quote),
                        quote + "version" + quote,
                        quote + "version" + quote,
                        String.join(", ", Collections.nCopies(versions.size(), "?")));
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            for (int i = 0; i < versions.size(); i++) {
                delete.setString(i + 1, versions.get(i));
            }
            delete.executeUpdate();
        }
    }

    /** Forgets the repeatable migrations, so that they run again. */
    public void removeRepeatables(Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        try (Statement delete = connection.createStatement()) {
            delete.executeUpdate("DELETE FROM %s WHERE %s IS NULL".formatted(quoted(quote), quote + "version" + quote));
        }
    }

    /** Forgets the repeatable migrations of these names, so that they run again. */
    public void removeRepeatables(Connection connection, List<String> scripts) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        String sql = "DELETE FROM %s WHERE %s IS NULL AND %s = ?"
                .formatted(quoted(quote), quote + "version" + quote, quote + "script" + quote);
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            for (String script : scripts) {
                delete.setString(1, script);
                delete.executeUpdate();
            }
        }
    }

    public void drop(Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        try (Statement drop = connection.createStatement()) {
            drop.execute("DROP TABLE IF EXISTS " + quoted(quote));
        }
    }

    private String quoted(String quote) {
        return quote + schema + quote + "." + quote + name + quote;
    }
}

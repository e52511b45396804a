package dev.switchback.migration.drift;

import dev.switchback.migration.script.HistoryTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rows of a history table as they are, to stand in another one. */
record HistoryRows(List<String> columns, List<List<@Nullable Object>> rows) {

    static HistoryRows read(HistoryTable table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(table.select(connection))) {
            ResultSetMetaData shape = found.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                columns.add(shape.getColumnName(i));
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(found.getObject(i));
                }
                rows.add(row);
            }
            return new HistoryRows(columns, rows);
        }
    }

    /** Puts them in the place of those that a table has. */
    void replaceIn(HistoryTable table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(table.deleteAll(connection));
        }
        try (PreparedStatement insert = connection.prepareStatement(table.insert(connection, columns))) {
            for (List<@Nullable Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}

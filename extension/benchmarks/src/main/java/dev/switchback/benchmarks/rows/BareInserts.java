package dev.switchback.benchmarks.rows;

import dev.switchback.benchmarks.Contender;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** INSERTs of rows that were generated before, over one connection, in one batch and one transaction. */
final class BareInserts implements Contender {

    /** Each row as text that the server takes for a row of the table. */
    private static final String ROWS =
            "SELECT format('INSERT INTO item_%1$d SELECT (%%L::item_%1$d).*', t) FROM item_%1$d t ORDER BY id";

    private final Server server;
    private final Database template;
    private final List<String> statements;

    private BareInserts(Server server, Database template, List<String> statements) {
        this.server = server;
        this.template = template;
        this.statements = statements;
    }

    static BareInserts of(Server server, Database template, int tables) throws SQLException {
        List<String> statements = new ArrayList<>();
        // Rows of a table may refer to each other.
        statements.add("SET session_replication_role = replica");
        try (Database copy = server.copy(template)) {
            GeneratedRows.into(copy.dataSource());
            try (Connection connection = copy.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                for (int table = 0; table < tables; table++) {
                    try (ResultSet rows = statement.executeQuery(ROWS.formatted(table))) {
                        while (rows.next()) {
                            statements.add(rows.getString(1));
                        }
                    }
                }
            }
        }
        return new BareInserts(server, template, statements);
    }

    @Override
    public Duration run() throws Exception {
        try (Database copy = server.copy(template)) {
            return Contender.time(() -> insert(copy));
        }
    }

    private void insert(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                statement.addBatch(each);
            }
            statement.executeBatch();
            connection.commit();
        }
    }
}

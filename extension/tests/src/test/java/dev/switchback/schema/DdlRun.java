package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/** Runs the cases of one group in a transaction that is never committed. */
final class DdlRun {

    private final Connection connection;
    private Schema before = Schema.none();

    DdlRun(Connection connection) {
        this.connection = connection;
    }

    void prepare(DdlGroup group) throws SQLException {
        connection.rollback();
        execute(group.setup());
        before = Schema.read(connection);
    }

    void check(DdlCase ddl) throws SQLException {
        Savepoint untouched = connection.setSavepoint();
        try {
            execute(ddl.statement());
            assertThat(SchemaDiff.between(before, Schema.read(connection)).changes())
                    .extracting(DdlCase::written)
                    .contains(ddl.expected());
            execute(ddl.undo());
            assertThat(SchemaDiff.between(before, Schema.read(connection))).hasToString("");
        } finally {
            connection.rollback(untouched);
        }
    }

    /**
     * The difference that is left after SQL was written that takes the statement back and, from where it was, SQL that does what
     * the statement does. The order of columns alone is no matter.
     */
    String rewrite(DdlCase ddl) throws SQLException {
        Savepoint untouched = connection.setSavepoint();
        try {
            execute(ddl.statement());
            Schema after = Schema.read(connection);
            String back = rewrite(after, before);
            connection.rollback(untouched);
            return back + rewrite(before, after);
        } finally {
            connection.rollback(untouched);
        }
    }

    private String rewrite(Schema from, Schema target) throws SQLException {
        return SchemaRewrite.run(
                        connection,
                        from,
                        target,
                        change -> change.category() != ChangeCategory.COLUMN_ORDER,
                        () -> Schema.read(connection))
                .left()
                .toString();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

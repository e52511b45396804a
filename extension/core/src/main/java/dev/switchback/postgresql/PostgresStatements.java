package dev.switchback.postgresql;

import dev.switchback.statements.StatementDialect;
import dev.switchback.statements.StatementSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Statements tried on PostgreSQL. */
final class PostgresStatements implements StatementDialect {

    @Override
    public StatementSession session(Connection connection) {
        return new PostgresStatementSession(connection);
    }

    @Override
    public String words(SQLException refusal) {
        ServerErrorMessage error = refusal instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        if (error == null) {
            return String.valueOf(refusal.getMessage()).lines().collect(Collectors.joining(" "));
        }
        StringBuilder words = new StringBuilder(String.valueOf(error.getMessage()));
        if (error.getDetail() != null) {
            words.append("\n  Detail: ").append(error.getDetail());
        }
        if (error.getHint() != null) {
            words.append("\n  Hint: ").append(error.getHint());
        }
        return words.toString();
    }
}

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
        // hints guess at what was meant, which is known here
        String detail = error.getDetail();
        return detail == null ? String.valueOf(error.getMessage()) : error.getMessage() + "\n  " + detail;
    }
}

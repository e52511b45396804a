package dev.switchback.postgresql.filling;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillableTables;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;

/** Fills the tables of a PostgreSQL database. */
public final class PostgresFilling implements FillDialect {

    @Override
    public FillableTables tables(Connection connection, Predicate<String> wanted) throws SQLException {
        new FillSession(connection).begin();
        return new PostgresFillableTables(FilledCatalogReader.read(connection, wanted));
    }

    @Override
    public Optional<String> table(SQLException refusal) {
        ServerWords said = ServerWords.from(refusal);
        return said.table().isEmpty() ? Optional.empty() : Optional.of(said.schema() + "." + said.table());
    }

    @Override
    public Optional<String> search(Connection filled, SQLException refusal, Schema after) throws SQLException {
        return new RefusedRows(filled, ServerWords.from(refusal), after).search();
    }
}

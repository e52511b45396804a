package dev.switchback.filling;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.apiguardian.api.API;

/** Tables as the catalogs describe them: the same in every copy of a database, until somebody changes the schema. */
@API(status = API.Status.INTERNAL)
public interface FillableTables {

    /**
     * Brings rows into the tables, in the transaction of a connection that does not commit by itself.
     *
     * @throws GeneratedRowsException if a hint speaks of nothing that is there, or cannot be met
     */
    GeneratedRowsReport fill(Connection connection, FillPlan plan) throws SQLException;

    /** Why a hint cannot be met in this database, in a sentence; empty if it can. Nothing is left of it on the connection. */
    Optional<String> problem(Connection connection, RowHint hint) throws SQLException;
}

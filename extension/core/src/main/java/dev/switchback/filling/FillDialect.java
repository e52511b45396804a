package dev.switchback.filling;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * The part of a database product that makes up rows. Implemented once per product; keeps no state.
 */
@API(status = API.Status.INTERNAL)
public interface FillDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static FillDialect ofProduct(String product) {
        return Products.installed().part(FillDialect.class, product, "Rows cannot be made up for a database of %s.");
    }

    /**
     * The tables of a database, in the transaction of a connection that does not commit by itself.
     *
     * @param wanted their qualified names: no other can be filled, or is known to a hint
     */
    FillableTables tables(Connection connection, Predicate<String> wanted) throws SQLException;

    /** Brings rows into the tables of a database, see {@link FillableTables#fill}. */
    default GeneratedRowsReport fill(Connection connection, FillPlan plan) throws SQLException {
        Predicate<String> known = plan.hints().isEmpty() ? plan.wanted() : table -> true;
        return tables(connection, known).fill(connection, plan);
    }

    /** The qualified name of the table whose rows a statement was refused for; empty if the server does not name one. */
    Optional<String> table(SQLException refusal);

    /**
     * The statement that finds the rows for which a statement was refused; empty if none is known.
     *
     * @param filled a database that holds such rows, on which it has been run
     * @param after the schema that the statement would have made
     */
    Optional<String> search(Connection filled, SQLException refusal, Schema after) throws SQLException;
}

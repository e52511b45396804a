package dev.switchback.migration.verdicts;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The part of a database product that verdicts are kept with. Implemented once per product; keeps no state. Of a product
 * that has none, no verdict is kept.
 */
public interface VerdictDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static VerdictDialect ofProduct(String product) {
        return Products.installed().part(VerdictDialect.class, product, "Verdicts of a database of %s cannot be kept.");
    }

    /** All of a server that a verdict may depend on, as a text that is the same as long as it is. */
    String server(Connection connection) throws SQLException;

    /** The traits of a script that its text gives, in which there are no comments. */
    ScriptTraits traits(String script);

    /** Reads all that is in a database; empty if there is too much of it, or if this role cannot make it again. */
    Optional<DatabaseState> save(Connection connection) throws SQLException;

    /**
     * Makes a state in a database that is empty. Whether it is the same is for the caller to find out, by saving it.
     *
     * @throws SQLException also if the server refuses a part of it
     */
    void restore(Connection connection, DatabaseState state) throws SQLException;
}

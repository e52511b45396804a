package dev.switchback.statements;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The part of a database product that tries statements. Implemented once per product; keeps no state and may be used by many
 * threads.
 */
public interface StatementDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static StatementDialect ofProduct(String product) {
        return Products.installed()
                .part(StatementDialect.class, product, "Statements cannot be prepared on a database of %s.");
    }

    /** Begins to try statements over a connection without auto-commit, which the caller owns; what is done there is rolled back. */
    StatementSession session(Connection connection);

    /** The server's own words about a statement that it refuses, without the place in the text. */
    String words(SQLException refusal);
}

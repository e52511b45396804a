package dev.switchback.lint.effect;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The part of a database product that the lint needs. Implemented once per product; keeps no state. */
public interface LintDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static LintDialect ofProduct(String product) {
        return Products.installed()
                .part(LintDialect.class, product, "The effects of migrations on a database of %s cannot be seen.");
    }

    /** Begins to watch. */
    SessionWatch watch();

    /** The safer ways to do what a rule finds. */
    SaferWays saferWays();

    /** The numbers of rows that the server believes its tables to have, by their qualified names; only of those that it knows. */
    Map<String, Long> rowCounts(Connection connection) throws SQLException;

    /** A sentence on how a file of those numbers is written. */
    String rowCountsAdvice(String file);
}

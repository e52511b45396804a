package dev.switchback.lint.effect;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;

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
}

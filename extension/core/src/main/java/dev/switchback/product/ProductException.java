package dev.switchback.product;

/** No product on the class path can do what is asked, or more than one can. The message says which are there and what to do. */
public final class ProductException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ProductException(String message) {
        super(message);
    }
}

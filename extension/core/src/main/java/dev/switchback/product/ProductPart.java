package dev.switchback.product;

/**
 * Everything that one area needs to know about one database product. Each area declares interfaces that extend this one;
 * a {@link DatabaseProduct} brings their implementations.
 *
 * <p>A part keeps no state and may be used by many threads.
 */
public interface ProductPart {}

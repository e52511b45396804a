package shop;

import java.math.BigDecimal;

/** An order that nobody has paid yet, with its net total in euro. */
public record OpenOrder(String number, BigDecimal total) {}

package dev.switchback.filling;

/**
 * A table into which rows were to be brought.
 *
 * @param table its qualified name
 * @param rows how many rows were brought in
 * @param wanted how many were to be
 * @param reason why they are fewer, in the server's words where the server said it; empty if they are not
 */
public record FilledTable(String table, long rows, long wanted, String reason) {

    /** Whether it got at least one row. */
    public boolean isFilled() {
        return rows > 0;
    }

    /** {@code public.orders: 3 rows}, with the reason where they are fewer than wanted. */
    @Override
    public String toString() {
        String count = rows == 1 ? "1 row" : (rows == 0 ? "no row" : rows + " rows");
        return table + ": " + count + (rows < wanted ? " of " + wanted + ", because " + reason : "");
    }
}

package dev.switchback.migration;

/**
 * A statement of a script that the server refused.
 *
 * @param sqlState the SQLSTATE of the refusal
 * @param message the server's words
 */
public record FailedStatement(String sqlState, String message, String statement) {}

package dev.switchback.migration;

/**
 * What a check says about a migration.
 *
 * @param rule the rule's id, such as {@code undo-incomplete}
 * @param severity whether it fails the verdict
 * @param title one line that names the migration and what is wrong
 * @param text the whole message, title included, as a failing test prints it
 */
public record Finding(String rule, Reaction severity, String title, String text) {}

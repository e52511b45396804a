package dev.switchback.report;

/**
 * A script of a migration.
 *
 * @param file its path from the folder in which the run began, or only its name where it was not found; empty if there is none
 * @param text its text without passwords; empty if it was not found, or is no SQL
 */
public record ReportedScript(String file, String text) {

    static final ReportedScript NONE = new ReportedScript("", "");
}

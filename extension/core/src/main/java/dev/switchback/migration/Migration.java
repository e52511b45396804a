package dev.switchback.migration;

/**
 * One versioned migration.
 *
 * @param version its version as Flyway prints it, such as {@code 7} or {@code 2.1}
 * @param description its description with spaces, such as {@code split name}
 * @param script the file or class that holds it, as Flyway names it, such as {@code V7__split_name.sql}
 */
public record Migration(String version, String description, String script) {

    /** How messages call it: {@code V7__split_name}. */
    public String title() {
        return "V" + version + "__" + description.replace(' ', '_');
    }

    /** How people call it: {@code V7 split name}. */
    public String displayName() {
        return "V" + version + " " + description;
    }
}

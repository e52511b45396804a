package dev.switchback.filling;

import org.apiguardian.api.API;

/** The ways to fill a table that could not be filled. */
@API(status = API.Status.INTERNAL)
public final class FillingAdvice {

    private FillingAdvice() {}

    /**
     * The advice, in lines.
     *
     * @param table its qualified name
     * @param version at which rows of one's own come in; empty if it is not known
     */
    public static String of(String table, String version) {
        String name = table.substring(table.lastIndexOf('.') + 1);
        return """
                  To fill a table, say in a migration which values a column takes:

                    -- switchback: rows %1$s.<column> >= 0

                  or say it in the file of @MigrationRoundTrip(rowHints = "rows.hints"), without the words before it, or bring rows of
                  your own for that table: @SeededFixtures(value = "%1$s.yaml", at = "%2$s")"""
                .indent(0)
                .stripTrailing()
                .formatted(name, version.isEmpty() ? "<version>" : version);
    }
}

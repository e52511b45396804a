package dev.switchback.migration.script;

/**
 * A table that has no row in production when a migration runs, as that migration says: {@code -- switchback: expects-empty
 * person_import it is filled and emptied each night}.
 *
 * @param target the table, as it is written; empty if the line names none
 * @param reason why it is empty; empty if the line says none
 * @param place file and line
 */
public record EmptyTable(String target, String reason, String place) {

    /** Whether it is the table of this qualified name. */
    public boolean is(String table) {
        String name = target.replace("\"", "");
        return table.equals(name) || table.substring(table.indexOf('.') + 1).equals(name);
    }

    @Override
    public String toString() {
        return "-- switchback: expects-empty " + target + (reason.isEmpty() ? "" : " " + reason);
    }
}

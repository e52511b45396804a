package dev.switchback.migration.script;

/**
 * A loss that a migration declares: {@code -- switchback: loses person.phone nobody calls any more}.
 *
 * @param target the table or column, as it is written; empty if the line names none
 * @param reason why that is meant; empty if the line says none
 * @param place file and line
 */
public record DeclaredLoss(String target, String reason, String place) {

    @Override
    public String toString() {
        return "-- switchback: loses " + target + (reason.isEmpty() ? "" : " " + reason);
    }
}

package dev.switchback.report;

import dev.switchback.schema.Change;
import java.util.List;

/**
 * A difference between two schemas.
 *
 * @param change one word: added, removed, changed or renamed
 * @param kind the kind of object: {@code foreign key}
 * @param name its qualified name
 * @param table the table, or whatever else, that it belongs to; empty if it belongs to nothing
 * @param attribute the attribute that is another one; empty if it is the object as a whole
 * @param before the value or definition before; empty if there was none
 * @param after the value or definition after; empty if there is none
 */
public record ReportedChange(
        String change, String kind, String name, String table, String attribute, String before, String after) {

    static List<ReportedChange> all(List<Change> changes) {
        return changes.stream().map(ReportedChange::of).toList();
    }

    private static ReportedChange of(Change change) {
        if (change instanceof Change.Added added) {
            return of(change, "added", "", "", added.object().definition());
        } else if (change instanceof Change.Removed removed) {
            return of(change, "removed", "", removed.object().definition(), "");
        } else if (change instanceof Change.Renamed renamed) {
            return of(
                    change,
                    "renamed",
                    "",
                    renamed.before().name().qualified(),
                    renamed.after().name().qualified());
        }
        Change.Changed changed = (Change.Changed) change;
        return of(change, "changed", changed.attribute(), changed.from(), changed.to());
    }

    private static ReportedChange of(Change change, String kind, String attribute, String before, String after) {
        return new ReportedChange(
                kind,
                change.name().kind().label(),
                change.name().qualified(),
                change.name().qualifiedParent(),
                attribute,
                Secrets.hidden(before),
                Secrets.hidden(after));
    }

    /** The table or other object that a reader looks for: the parent, or the object itself. */
    String subject() {
        return table.isEmpty() ? name : table;
    }
}

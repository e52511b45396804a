package dev.switchback.schema;

import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;

/**
 * A statement and the difference that it must make.
 *
 * @param expected {@code + object}, {@code - object}, {@code > object} for a rename, or {@code ~ object: attribute}
 * @param since the first version of the server that understands the statement
 */
record DdlCase(String expected, int since, String statement, String undo) {

    /** A change, written as cases write what they expect. */
    static String written(Change change) {
        if (change instanceof Changed changed) {
            return "~ " + change.name() + ": " + changed.attribute();
        }
        return (change instanceof Added ? "+ " : change instanceof Removed ? "- " : "> ") + change.name();
    }
}

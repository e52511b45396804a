package dev.switchback.assertions;

import dev.switchback.schema.AttributeNames;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.text.NearestName;
import java.util.Set;

/**
 * A change that a test expects. Made with {@link SwitchbackAssertions#added(String, String)} and the methods beside
 * it.
 *
 * <p>Changes that come with a table need not be listed: {@code added("table", "orders")} is also the columns, indexes and
 * constraints of the table, and the sequences that it owns.
 */
public sealed interface ExpectedChange {

    /** The kind of object that changes. */
    ObjectKind kind();

    /**
     * As much of the object's name as is needed to be unique: {@code id}, {@code orders.id} or {@code public.orders.id}.
     * A renamed object goes by the name it had before.
     */
    String name();

    /** Whether a change is the one that is meant. */
    boolean matches(Change change);

    /** An object that only the schema after has. */
    record Added(ObjectKind kind, String name) implements ExpectedChange {

        public Added {
            ArgumentChecks.text(kind.label(), name);
        }

        @Override
        public boolean matches(Change change) {
            return change instanceof Change.Added && isOf(this, change);
        }

        @Override
        public String toString() {
            return "added " + kind.label() + " " + name;
        }
    }

    /** An object that only the schema before had. */
    record Removed(ObjectKind kind, String name) implements ExpectedChange {

        public Removed {
            ArgumentChecks.text(kind.label(), name);
        }

        @Override
        public boolean matches(Change change) {
            return change instanceof Change.Removed && isOf(this, change);
        }

        @Override
        public String toString() {
            return "removed " + kind.label() + " " + name;
        }
    }

    /**
     * An object that is another one.
     *
     * @param attribute which attribute differs; empty for any
     */
    record Changed(ObjectKind kind, String name, String attribute) implements ExpectedChange {

        public Changed {
            ArgumentChecks.text(kind.label(), name);
            Set<String> known = AttributeNames.ofChanges(kind);
            if (!attribute.isEmpty() && !known.contains(attribute)) {
                throw new IllegalArgumentException("A change of %s can be of no attribute %s.%s"
                        .formatted(KindWords.a(kind), attribute, NearestName.questionOrList(attribute, known, "")));
            }
        }

        @Override
        public boolean matches(Change change) {
            return change instanceof Change.Changed changed
                    && isOf(this, change)
                    && (attribute.isEmpty() || changed.attribute().equals(attribute));
        }

        @Override
        public String toString() {
            return "changed " + kind.label() + " " + name + (attribute.isEmpty() ? "" : ": " + attribute);
        }
    }

    /**
     * An object that has another name.
     *
     * @param newName as much of the name it has now as is needed to be unique
     */
    record Renamed(ObjectKind kind, String name, String newName) implements ExpectedChange {

        public Renamed {
            ArgumentChecks.text(kind.label(), name);
            ArgumentChecks.text("new name", newName);
        }

        @Override
        public boolean matches(Change change) {
            return change instanceof Change.Renamed renamed
                    && isOf(this, change)
                    && renamed.after().name().isMeantBy(newName);
        }

        @Override
        public String toString() {
            return "renamed " + kind.label() + " " + name + " to " + newName;
        }
    }

    private static boolean isOf(ExpectedChange expected, Change change) {
        return change.name().kind() == expected.kind() && change.name().isMeantBy(expected.name());
    }
}

package dev.switchback.schema;

import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.text.VisibleText;
import java.util.Set;

/**
 * One line about a change.
 *
 * @param sign what happened: {@code +}, {@code -} or {@code ~}
 * @param label what it happened to
 * @param detail the definition, or the value before and after
 */
record DiffLine(char sign, String label, String detail) {

    private static final String ARROW = "   ->   ";
    private static final Set<String> IN_COLUMN_DEFINITION =
            Set.of("type", "nullability", "default", "identity", "generated", "collation", Attributes.DEFINITION);

    static DiffLine of(Change change, String label, String detail) {
        return new DiffLine(
                change instanceof Added ? '+' : change instanceof Removed ? '-' : '~',
                label,
                change instanceof Renamed renamed ? "renamed to " + seen(renamed, detail) : MultiLine.joined(detail));
    }

    private static String seen(Renamed renamed, String name) {
        boolean isAlike = VisibleText.areAlike(
                renamed.before().name().name(), renamed.after().name().name());
        return isAlike ? VisibleText.of(name) : name;
    }

    static DiffLine of(Change change) {
        String local = change.name().local();
        if (change instanceof Changed changed) {
            return of(changed);
        } else if (change instanceof Renamed renamed) {
            return of(change, local, renamed.after().name().name());
        } else if (change instanceof Added added) {
            return of(change, local, added.object().definition());
        }
        return of(change, local, ((Removed) change).object().definition());
    }

    private static DiffLine of(Changed change) {
        String label = change.name().hasParent() ? change.name().local() : change.attribute();
        String before = change.before().definition();
        String after = change.after().definition();
        if (change.name().kind() == ObjectKind.COLUMN
                && IN_COLUMN_DEFINITION.contains(change.attribute())
                && !before.equals(after)) {
            return new DiffLine('~', label, values(before, after));
        }
        String attribute = change.name().hasParent() ? change.attribute() + ": " : "";
        if (MultiLine.is(change.from()) || MultiLine.is(change.to())) {
            return new DiffLine('~', label, attribute + MultiLine.difference(change.from(), change.to()));
        }
        return new DiffLine('~', label, attribute + values(value(change, change.from()), value(change, change.to())));
    }

    private static String values(String from, String to) {
        return VisibleText.areAlike(from, to) ? VisibleText.of(from) + ARROW + VisibleText.of(to) : from + ARROW + to;
    }

    String indented(int width) {
        return ("  " + sign + " " + label + " ".repeat(width - label.length() + 4) + detail).stripTrailing();
    }

    private static String value(Changed change, String value) {
        return value.isEmpty() ? Attributes.usual(change.attribute()) : value;
    }

    @Override
    public String toString() {
        return (sign + " " + label + "    " + detail).stripTrailing();
    }
}

package dev.switchback.schema;

import java.util.Comparator;

/**
 * The name of an object. Names are as the catalog has them, without quotes.
 *
 * <p>The order of names keeps an object and what belongs to it together.
 *
 * @param kind the kind of object
 * @param schema the schema it lives in; empty for what lives in none, such as an extension
 * @param parent the table, domain or server it belongs to; empty if there is none
 * @param name its own name; that of a routine with the types of its arguments, {@code total(integer)}
 */
public record ObjectName(ObjectKind kind, String schema, String parent, String name) implements Comparable<ObjectName> {

    private static final Comparator<ObjectName> ORDER = Comparator.comparing(ObjectName::schema)
            .thenComparing(ObjectName::group)
            .thenComparing(ObjectName::hasParent)
            .thenComparing(ObjectName::kind)
            .thenComparing(ObjectName::name);

    /** The name of something that belongs to no other object. */
    public static ObjectName of(ObjectKind kind, String schema, String name) {
        return new ObjectName(kind, schema, "", name);
    }

    /**
     * Whether this name is meant by another, which may be shorter.
     *
     * @param written {@code id}, {@code orders.id} or {@code public.orders.id}
     */
    public boolean isMeantBy(String written) {
        return name.equals(written)
                || qualified().equals(written)
                || (hasParent() && written.equals(parent + "." + name));
    }

    /** Whether this belongs to another object, as a column belongs to a table. */
    public boolean hasParent() {
        return !parent.isEmpty();
    }

    /** The name with what makes it unique: {@code public.orders}, {@code public.orders.id}. */
    public String qualified() {
        return dotted(schema, dotted(kind.namedWithinParent() ? parent : "", name));
    }

    /** Kind and name as one writes them where the parent is known: {@code column name}. */
    public String local() {
        return kind.label() + " " + name;
    }

    /** The qualified name of the parent; empty without one. */
    public String qualifiedParent() {
        return hasParent() ? dotted(schema, parent) : "";
    }

    /** The object under which this one is listed: its parent or itself. */
    String group() {
        return hasParent() ? parent : name;
    }

    ObjectName in(String otherSchema, String otherParent) {
        return new ObjectName(kind, otherSchema, otherParent, name);
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    /** Kind and qualified name: {@code index public.person_name_idx}. */
    @Override
    public String toString() {
        return kind.label() + " " + qualified();
    }

    private static String dotted(String first, String second) {
        return first.isEmpty() ? second : first + "." + second;
    }
}

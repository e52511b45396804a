package dev.switchback.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object of a schema.
 *
 * <p>Two objects are equal if their names, definitions and attributes are; where a server keeps them is no part of that.
 *
 * @param name what it is called
 * @param definition the server's own text for it or, where the server has none, its essence in one line
 * @param attributes single facts in words, such as {@code nullability} or {@code owner}; what is as usual is absent
 * @param identity what stays the same when the object is renamed, unique for its kind within one database; 0 if unknown
 */
public record SchemaObject(ObjectName name, String definition, SortedMap<String, String> attributes, long identity) {

    public SchemaObject {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** An object whose identity is unknown. */
    public static SchemaObject of(ObjectName name, String definition, Map<String, String> attributes) {
        return new SchemaObject(name, definition, new TreeMap<>(attributes), 0);
    }

    public ObjectKind kind() {
        return name.kind();
    }

    /** An attribute's value; empty if it is as usual. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof SchemaObject that
                        && name.equals(that.name)
                        && definition.equals(that.definition)
                        && attributes.equals(that.attributes));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, definition, attributes);
    }

    @Override
    public String toString() {
        return definition.isEmpty() ? name.toString() : name + " " + definition;
    }
}

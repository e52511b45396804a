package dev.switchback.postgresql.filling;

import java.util.List;

/**
 * A type, as far as values of it are made up.
 *
 * @param id its number in the catalog
 * @param name as a cast would have it
 * @param shape of what it is made
 * @param category the server's category, such as {@code S} for texts
 * @param base the type that a domain or an array is made of, or the bounds of a range; 0 if there is none
 * @param modifier the modifier that a domain gives its type; -1 if none
 * @param refusesNull whether it is a domain that refuses null
 * @param labels the labels of an enum, or the attributes of a composite with their types
 * @param checks the conditions of a domain on {@code VALUE}
 */
record ValueType(
        long id,
        String name,
        Shape shape,
        char category,
        long base,
        int modifier,
        boolean refusesNull,
        List<String> labels,
        List<Attribute> attributes,
        List<String> checks) {

    enum Shape {
        BASE,
        DOMAIN,
        ENUM,
        ARRAY,
        COMPOSITE,
        RANGE,
        MULTIRANGE
    }

    /** A part of a composite. */
    record Attribute(long type, int modifier) {}

    ValueType {
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
        checks = List.copyOf(checks);
    }

    /** The plain name of the type, without its schema. */
    String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

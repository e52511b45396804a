package dev.switchback.migration;

import java.util.Map;

/**
 * Properties of a JDBC driver, by their names, that make connections faster where it is known what they are used for.
 *
 * @param scripts for connections over which only Flyway and scripts of SQL talk
 * @param reading for connections over which only this library reads
 */
public record DriverProperties(Map<String, String> scripts, Map<String, String> reading) {

    /** Every connection is like any other. */
    public static final DriverProperties NONE = new DriverProperties(Map.of(), Map.of());

    public DriverProperties {
        scripts = Map.copyOf(scripts);
        reading = Map.copyOf(reading);
    }
}
